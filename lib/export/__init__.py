"""A part of a library, taken away: its papers for reference managers, spreadsheets and other programs.

papers      one row for each paper, with its authors, its pages and the lines it was read from
latex       text -> LaTeX that shows exactly the text
bibtex      papers -> BibTeX for Zotero, biblatex and BibTeX itself
workbook    papers, authors, scores, and where they come from -> Excel
script      a view -> a Python script that gives the same numbers
document    papers -> JSON, with the captures they come from
formats     which formats there are, under the names that the command line and the Share page use
apart       the same by a process of its own (`python -m lib.export`)
"""

from lib.export.bibtex import to_bibtex
from lib.export.document import to_json
from lib.export.formats import FORMATS, Format
from lib.export.papers import list_papers

__all__ = ["FORMATS", "Format", "list_papers", "to_bibtex", "to_json"]
