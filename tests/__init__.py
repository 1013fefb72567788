"""Tests mirror lib/: each file names what it holds to."""
