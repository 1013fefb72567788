"""Profile dumps: text in, records with their lines, owner, days and problems out."""
