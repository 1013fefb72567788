"""The part of a library that another process is to open: a few words that mean the same there."""

import json
from dataclasses import asdict, dataclass
from urllib.parse import urlencode

from lib.opening.library import Opened, open_named
from lib.opening.part import Part, narrow, read_link
from lib.selection import Selection


@dataclass(frozen=True)
class Wanted:
    """What links call the library, the change after which it is wanted (None for now), and the link to the part."""

    library: str
    at: int | None
    link: str

    @classmethod
    def part(cls, library: str, at: int | None, selection: Selection) -> "Wanted":
        """What the selection leaves of the library."""
        return cls(library, at, "?" + urlencode(selection.to_query(), doseq=True))

    def to_words(self) -> str:
        """What `from_words` reads."""
        return json.dumps(asdict(self))

    @classmethod
    def from_words(cls, words: str) -> "Wanted":
        """What `to_words` wrote."""
        return cls(**json.loads(words))

    def open(self) -> tuple[Opened, Part]:
        """The library and the part of it; whether somebody may read it, who wrote the words has asked."""
        library = open_named(self.library, self.at)
        return library, narrow(library.corpus, read_link(self.link))
