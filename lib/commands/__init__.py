"""The verbs of `python -m lib`, one module each: every module has a click command called `command`."""
