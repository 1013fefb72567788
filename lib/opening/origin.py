"""Where the figures of a part of a library come from: dumps and days, corrections, versions and seed."""

import platform
import tomllib
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlencode

import pandas as pd

from lib import tables
from lib.corpus import Corpus
from lib.corpus.build import VERSION as RULES
from lib.opening.library import Opened
from lib.opening.part import Part
from lib.schema.derived import view
from lib.selection.options import SEED
from lib.words.phrases import count

_CAPTURES = view("captures", "a dump", "page", "captured", "file", "layout", "papers_read", "dump_id")
_COMPUTE = ("pandas", "scikit-learn", "scipy", "networkx", "plotly")


def dumps(corpus: Corpus) -> pd.DataFrame:
    """A row for each dump, oldest first; its id is cut to 12 digits."""
    short = corpus.captures["dump_id"].str[:12]
    captures = corpus.captures.assign(page=corpus.captures["profile_id"].map(corpus.labels), dump_id=short)
    return _CAPTURES.cast(captures.sort_values(["captured", "dump_id"]))


def corrections(library: Opened) -> pd.DataFrame:
    """A row for each correction in force, newest first."""
    files = {str(row["dump_id"]): str(row["file"]) for row in library.corpus.captures.to_dict("records")}
    in_force = (entry for entry in library.log if entry.undone_by is None)
    return tables.library.log(in_force, files).drop(columns="counts")


def sentences(library: Opened, part: Part) -> tuple[str, ...]:
    """What was selected, what was corrected, and which code and seed made it."""
    made, seed = sum(entry.undone_by is None for entry in library.log), part.selection.get(SEED)
    link = urlencode(part.selection.to_query(), doseq=True)
    return (
        f"Selection: {part.words}" + (f"; as a link: ?{link}." if link else "."),
        f"{count(made, 'correction') if made else 'No correction'} of readers in force.",
        f"Content of the library: {library.corpus.id} (rules {RULES}); seed of everything random: {seed}.",
        f"Made with Oeuvre {oeuvre_version()}, Python {platform.python_version()}, "
        + ", ".join(f"{name} {version(name)}" for name in _COMPUTE)
        + ".",
        "Scores, h-index and the like are shown as the site shows them; it nowhere defines them.",
    )


def oeuvre_version() -> str:
    """The version in pyproject.toml."""
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])
