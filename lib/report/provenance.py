"""Where a report's figures come from: dumps and days, corrections, versions, seed, and the lines of each paper."""

import platform
import tomllib
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlencode

from lib.corpus.build import VERSION as RULES
from lib.export import list_papers
from lib.report.model import Block, Chapter
from lib.report.reading import Reading
from lib.schema.derived import view
from lib.selection.options import SEED
from lib.words.phrases import count

_CAPTURES = view("captures", "a dump", "page", "captured", "file", "layout", "papers_read", "dump_id")
_COMPUTE = ("pandas", "scikit-learn", "scipy", "networkx", "plotly")


def describe_origin(reading: Reading) -> Chapter:
    """The last chapter of every report."""
    shown = reading.shown
    short = shown.captures["dump_id"].str[:12]
    captures = shown.captures.assign(page=shown.captures["profile_id"].map(shown.labels), dump_id=short)
    dumps = _CAPTURES.cast(captures.sort_values(["captured", "dump_id"]))
    papers = list_papers(shown).drop(columns=["paper_id", "abstract", "authors_complete", "badges"])
    lines = "Lines count from 1 in the text of the dump, which is the newest one that lists the paper."
    blocks = (
        Block("The dumps", f"{count(len(dumps), 'dump')}, each as copied on its day.", dumps),
        Block("The papers", f"{count(len(papers))}. {lines}", papers),
    )
    return Chapter("Where this comes from", "What do these figures rest on?", tuple(_sentences(reading)), blocks)


def _sentences(reading: Reading) -> tuple[str, ...]:
    made, seed = reading.library.corrections, reading.selection.get(SEED)
    link = urlencode(reading.selection.to_query(), doseq=True)
    return (
        f"Selection: {reading.part.words}" + (f"; as a link: ?{link}." if link else "."),
        f"{count(made, 'correction') if made else 'No correction'} of readers in force.",
        f"Content of the library: {reading.corpus.id} (rules {RULES}); seed of everything random: {seed}.",
        f"Made with Oeuvre {oeuvre_version()}, Python {platform.python_version()}, "
        + ", ".join(f"{name} {version(name)}" for name in _COMPUTE)
        + ".",
        "Scores, h-index and the like are shown as the site shows them; it nowhere defines them.",
    )


def oeuvre_version() -> str:
    """The version in pyproject.toml."""
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])
