"""Profile dumps: text in, records with their lines, owner, days and problems out.

`read` and `read_many` read a text, `decode` turns bytes into one, `write` gives a dump's text back byte for byte and
`render` makes one from facts. In the order in which a text passes through them:

    decoding    bytes -> text; what can be no dump is refused by name
    lines       text -> lines
    normal      how text is shown and compared
    badge       the line above a paper; categories knows arXiv's codes
    blocks      where each record starts
    chrome, scan    what stands around the records
    layout      title, authors, abstract; names divides them where they are glued
    header      the figures above the records
    owner, days whose page it is, and which year a date without one belongs to
    heads       names and owner together
    assemble    all of it, and an account of every line
    pasted, cuts, reader    one dump, or several that were pasted together
    files       files and folders -> dumps, for the command line
    writer      a dump as text again
    document, summary       a dump for other programs, and for a person at a terminal
    refusal     what a text that is no dump looks like
"""

from lib.dumps.categories import label_category
from lib.dumps.decoding import Decoded, decode
from lib.dumps.model import CaptureYear, Confidence, Dump, Header, Layout, Owner, Problem, Record, Span, Split
from lib.dumps.normal import normalise
from lib.dumps.reader import read, read_many
from lib.dumps.writer import line_owners, render, write

__all__ = [
    "CaptureYear",
    "Confidence",
    "Decoded",
    "Dump",
    "Header",
    "Layout",
    "Owner",
    "Problem",
    "Record",
    "Span",
    "Split",
    "decode",
    "label_category",
    "line_owners",
    "normalise",
    "read",
    "read_many",
    "render",
    "write",
]
