"""Files, a sample library or a library of the store, opened alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from lib.corpus import Corpus, build_corpus
from lib.corrections import Correction
from lib.dumps.files import read_files
from lib.errors import InputError, NotFoundError
from lib.samples import load_sample, sample_libraries
from lib.store import Library, Store, alone, open_store
from lib.store.state import as_of

ENDING = ".oeuvre"  # of a library in one file


@dataclass(frozen=True, eq=False)
class Opened:
    """A library: what it is called, its corpus, and the log of what readers corrected in it."""

    title: str
    corpus: Corpus
    log: tuple[Correction, ...] = ()


def open_files(paths: Iterable[Path], captured: date) -> Opened:
    """The dumps in these files, and in the *.txt of these folders at any depth, as one library.

    Raises:
        InputError: a file is no dump or cannot be read; the message names it.
    """
    files = list(paths)
    return Opened(", ".join(path.name or str(path) for path in files), build_corpus(read_files(files, captured)))


def open_named(name: str, at: int | None = None) -> Opened:
    """The library that links or its members call so: a sample, one of the store, or a file ending in .oeuvre.

    Such a file is what the Library page exports. With `at` the library is as it was after that change of it.

    Raises:
        NotFoundError: there is none; the message says which there are.
        InputError: the file is damaged or none of ours.
    """
    samples = {sample.name: sample.title for sample in sample_libraries()}
    if name in samples:
        return Opened(samples[name], build_corpus(load_sample(name)))
    if name.endswith(ENDING):
        return _open_exported(Path(name), at)
    with open_store() as store:
        try:
            slug, _, library_id = name.rpartition("~")  # how links tell a library from a sample of the same name
            library = store.libraries.get(alone(), library_id) if slug else store.libraries.find(alone(), name)
        except NotFoundError as error:
            raise NotFoundError(f"{error} Sample libraries are {', '.join(samples)}.") from None
        return open_stored(store, library, at)


def open_stored(store: Store, library: Library, at: int | None = None) -> Opened:
    """A library of the store, as it is or as it was."""
    log = as_of(store.corrections.log(alone(), library.id), at)
    return Opened(library.name, store.frames.open_corpus(alone(), library.id, at), log)


def _open_exported(file: Path, at: int | None) -> Opened:
    try:
        with (
            file.open("rb") as stream,
            TemporaryDirectory() as folder,
            open_store(f"sqlite:///{folder}/oeuvre.sqlite") as store,
        ):
            made = store.archives.take_in(alone(), stream)
            return open_stored(store, store.libraries.get(alone(), made), at)
    except OSError as error:
        raise InputError(f"{str(file)!r} cannot be read: {error.strerror}.") from error
