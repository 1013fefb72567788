"""The top of every page: its question, what is in view in words, what is missing, and what was picked."""
