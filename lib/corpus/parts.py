"""A part of a library under an id of its own, so that what is computed of it is not taken for the library's."""

import hashlib
from dataclasses import replace

from lib.corpus.model import Corpus


def name_part(part: Corpus, library: Corpus) -> Corpus:
    """The part with an id that these papers of this library always have; the library itself if they are all of them."""
    if len(part.papers) == len(library.papers):
        return library
    papers = hashlib.sha256("\n".join(sorted(part.papers["paper_id"])).encode()).hexdigest()
    return replace(part, id=hashlib.sha256(f"{library.id} {papers}".encode()).hexdigest())
