"""What the Share page is made of."""
