"""A view as a small Python script that gives the same numbers, for a notebook or for the appendix of a paper.

Everything in it that comes from a library or a dump stands in quotes or on one line of a comment: nothing of it runs.
"""

from urllib.parse import urlencode

from lib.opening import Opened, Part
from lib.opening.origin import oeuvre_version
from lib.selection.options import AT

_SCRIPT = """\
# {title}
# {papers:,} of {whole:,} papers: {words}
#
# Made with Oeuvre {version}. Run it in Oeuvre's folder, where lib is:  PYTHONPATH=. .venv/bin/python {file}
# Editors that know cells ("# %%") open it as a notebook.
# {where}

# %% The library, and the part of it that was in view
from lib.opening import narrow, open_named, read_link
from lib.report import Reading, make_report

LIBRARY = {library!r}
VIEW = {view!r}
CONTENT = {content!r}

library = open_named(LIBRARY{at})
part = narrow(library.corpus, read_link(VIEW))
print(f"{{len(part.shown.papers):,}} of {{len(library.corpus.papers):,}} papers: {{part.words}}")
if library.corpus.id != CONTENT:
    print("The library has changed since this script was made: the numbers may differ.")

# %% The numbers of every figure, by the page and the title that it has in Oeuvre, and the figures
report = make_report(Reading(library, part))
numbers = {{chapter.title: {{block.title: block.table for block in chapter.blocks}} for chapter in report.chapters}}
figures = {{
    chapter.title: {{block.title: block.figure for block in chapter.blocks if block.figure}}
    for chapter in report.chapters
}}

# %% All of them; numbers["Overview"]["Categories"] is one alone, and figures["Timeline"]["The pace"].show() draws one
for chapter in report.chapters:
    print("", chapter.title, *chapter.sentences, sep="\\n")
    for block in chapter.blocks:
        print(f"\\n{{chapter.title}}: {{block.title}}\\n{{block.sentence}}")
        print(block.table.to_string(index=False, max_rows=40, max_colwidth=60))
"""
_SAMPLE = "The library comes with Oeuvre."
_STORED = "LIBRARY names it in your own Oeuvre; elsewhere, name a file that the Library page exported: 'ours.oeuvre'."


def to_script(library: Opened, part: Part, file: str, *, stored: bool) -> str:
    """The script, to be called `file`; `stored` says that the library is one of the store, and no sample."""
    selection = part.selection
    at = selection.get(AT)
    return _SCRIPT.format(
        title=_one_line(library.title),
        papers=len(part.shown.papers),
        whole=len(library.corpus.papers),
        words=_one_line(part.words),
        version=oeuvre_version(),
        file=_one_line(file),
        where=_STORED if stored else _SAMPLE,
        library=selection.library,
        view="?" + urlencode(selection.to_query(), doseq=True),
        content=library.corpus.id,
        at=f", at={at}" if at else "",
    )


def _one_line(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
