"""What the papers are about: on toy sentences that a person can judge, and on real abstracts of known fields."""
