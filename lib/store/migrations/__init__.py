"""How the database came to be as it is: one small step a module, applied in order at start."""
