"""What the last action did, or why it could not: said at the top of the page until the reader goes on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from lib.errors import OeuvreError
from lib.selection import Selection
from pages.shared.notice import say
from pages.shared.view import View


@dataclass
class Notes:
    """Sentences, whether they are about a failure, and the view on which they are shown."""

    sentences: list[str] = field(default_factory=list)
    failed: bool = False
    shown_on: Selection | None = None


def attempt(view: View, action: Callable[[], str]) -> None:
    """Do it and say the sentence that it returns; if it cannot be done, say why, and nothing has changed."""
    try:
        note(view, [action()])
    except OeuvreError as error:
        note(view, [str(error)], failed=True)


def note(view: View, sentences: Iterable[str], *, failed: bool = False) -> None:
    """Say these sentences in place of those of the last action."""
    notes = _notes(view)
    notes.sentences = [sentence for sentence in sentences if sentence]
    notes.failed, notes.shown_on = failed, view.address.selection


def draw(view: View) -> None:
    """Show what was said last, as long as the reader is where it was said."""
    notes = _notes(view)
    if notes.sentences and notes.shown_on == view.address.selection:
        say("\n".join(notes.sentences), ":material/error:" if notes.failed else ":material/check_circle:")


def _notes(view: View) -> Notes:
    return view.address.remember("notes", Notes)
