"""Everything that Oeuvre raises on purpose, so that whoever calls it can tell our words from a defect.

    OeuvreError                 its message may be shown to a reader as it is
    ├── InputError              something from outside cannot be used
    │   ├── NotADumpError       the bytes or the text are not a profile dump
    │   ├── EncodingError       the bytes cannot be read as text
    │   └── TooLargeError       over a stated limit
    ├── SchemaError             a frame does not keep to its table in lib/schema.py (names all faults)
    ├── SelectionError          a link or a filter names what is not there
    ├── WorkError               what was computed in a process of its own did not come back
    ├── SignInError             the server cannot tell who may enter, and lets nobody in
    └── StoreError              the library's database refuses or cannot answer
        ├── NotFoundError       no such library, dump or dashboard
        ├── ConflictError       someone else changed it first
        └── ForbiddenError      this person may not do this

A message says what was seen, where, what was expected and what to do.
"""


class OeuvreError(Exception):
    """The root: its message is written for the person who sees it."""


class InputError(OeuvreError):
    """Something that came from outside cannot be used."""


class NotADumpError(InputError):
    """The text is not a profile dump; the message says what it looks like instead."""


class EncodingError(InputError):
    """The bytes cannot be read as text in any encoding that was tried."""


class TooLargeError(InputError):
    """The input is over a stated limit; the message names limit and size."""


class SchemaError(OeuvreError):
    """A frame does not keep to its table; the message lists every fault."""


class SelectionError(OeuvreError):
    """A link or a filter names something that this library does not have."""


class WorkError(OeuvreError):
    """What was to be computed in a process of its own failed; the message says which and why."""


class SignInError(OeuvreError):
    """The server is not set up to tell who may enter; the message says what to correct."""


class StoreError(OeuvreError):
    """The database behind a library refuses or cannot answer."""


class NotFoundError(StoreError):
    """There is no such library, dump or dashboard."""


class ConflictError(StoreError):
    """Someone else changed the same thing first."""


class ForbiddenError(StoreError):
    """The person asking may not do this."""
