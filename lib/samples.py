"""The libraries to start with: dumps in sample_data/, each with the capture day that its manifest freezes.

Names of libraries come from the address bar, so they are looked up in the manifest and never become part of a path.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from lib.dumps import Dump, read
from lib.errors import SelectionError

Kind = Literal["real", "synthetic", "empty"]

_FOLDER = Path(__file__).parents[1] / "sample_data"
_KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class SampleFile:
    """One dump of a sample library: `path` below sample_data/, the day it came in, and where it comes from."""

    path: str
    captured: date
    source: str

    @property
    def file(self) -> str:
        """The file's name without its folder."""
        return self.path.rpartition("/")[2]

    @property
    def text(self) -> str:
        """What the file holds, line ends untouched."""
        return (_FOLDER / self.path).read_bytes().decode("utf-8")


@dataclass(frozen=True)
class SampleLibrary:
    """A library to start with; `kind` says whether its authors are real, synthetic, or there are none."""

    name: str
    title: str
    description: str
    kind: Kind
    files: tuple[SampleFile, ...]


@cache
def sample_libraries() -> tuple[SampleLibrary, ...]:
    """All sample libraries, in the order of the manifest."""
    manifest = tomllib.loads((_FOLDER / "manifest.toml").read_text(encoding="utf-8"))
    return tuple(
        SampleLibrary(
            name=entry["name"],
            title=entry["title"],
            description=entry["description"],
            kind=_KINDS[_KINDS.index(entry["kind"])],
            files=tuple(
                SampleFile(dump["file"], dump["captured"], dump["source"])
                for dump in manifest["dump"]
                if dump["library"] == entry["name"]
            ),
        )
        for entry in manifest["library"]
    )


def find_sample(name: str) -> SampleLibrary:
    """The sample library of this name.

    Raises:
        SelectionError: there is none.
    """
    for library in sample_libraries():
        if library.name == name:
            return library
    names = ", ".join(library.name for library in sample_libraries())
    raise SelectionError(f"There is no sample library {name!r}; expected one of {names}. Choose one of these.")


def load_sample(name: str) -> tuple[Dump, ...]:
    """The dumps of the sample library as read, in the order of the manifest; none for the empty one.

    Raises:
        SelectionError: there is no sample library of this name.
    """
    return tuple(read(file.text, captured=file.captured, file=file.file) for file in find_sample(name).files)
