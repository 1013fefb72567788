"""The table of who may do what: every page and every act on it, for each role; by link, by click, and by direct call.

A page of a library is for its members. Everybody else who signed in is told that there is no such library, and nobody
else is told anything. What members may do on it follows from the call of the store that the act makes.
"""

from dataclasses import dataclass, field

from lib.store import Role
from lib.store.people import ROLES
from pages.shared.contents import CONTENTS, Page
from tests.browser.group import EDITOR, OWNER, READER, STRANGER, TITLE, UNVERIFIED
from tests.browser.wire import Seen
from tests.store.test_group import CALLS

MEMBERS = {"reader": READER, "editor": EDITOR, "owner": OWNER}
ACTORS = {"stranger": STRANGER, **MEMBERS}
NAMES = {"nobody": "", "unverified": UNVERIFIED, **{who: actor.name for who, actor in ACTORS.items()}}
PAGES = [page for pages in CONTENTS.values() for page in pages]
NO_LIBRARY = "There is no library “vision-group” here"


@dataclass(frozen=True)
class Act:
    """What can be done on a page: the words on its control, the call of the store that it makes, and who may."""

    page: str
    words: str
    call: str
    query: dict[str, str] = field(default_factory=dict)

    @property
    def role(self) -> Role:
        return CALLS[self.call][0]

    @property
    def allowed(self) -> tuple[Role, ...]:
        return ROLES[ROLES.index(self.role) :]

    def __str__(self) -> str:
        return f"{self.page}: {self.words}"


DUMP, DASHBOARD = {"dump": "{dump}"}, {"dashboard": "{dashboard}"}
ACTS = (
    Act("dashboards", "Duplicate", "dashboards.duplicate", DASHBOARD),
    Act("dashboards", "Edit", "dashboards.edit", DASHBOARD),
    Act("dashboards", "Retire", "dashboards.retire", DASHBOARD),
    Act("dashboards", "Send", "comments.add", DASHBOARD),
    Act("library", "Bring in dumps", "dumps.take_in"),
    Act("library", "Put this dump away", "corrections.add", DUMP),
    Act("library", "Erase the file", "dumps.forget", DUMP),
    Act("library", "Undo", "corrections.undo", {"part": "log"}),
    Act("library", "Copy", "libraries.copy", {"part": "libraries"}),
    Act("library", "Export to one file", "archives.export", {"part": "libraries"}),
    Act("library", "Rename", "libraries.rename", {"part": "libraries"}),
    Act("library", "Delete this library", "libraries.delete", {"part": "libraries"}),
    Act("members", "Let in", "members.give"),
    Act("members", "Remove", "members.take"),
    Act("members", "Make a link", "links.make"),
    Act("members", "Revoke", "links.revoke"),
    Act("members", "Who", "events.audit"),
    Act("papers", "Save this view", "dashboards.all"),
)


def check(page: Page, who: str, seen: Seen) -> None:
    """Whether this is what the table says of the page as a link to it or a click opens it, for somebody in this role.

    On a page without its library, a control may stand that makes one of one's own: what others are offered is not of
    this table.
    """
    assert (seen.labels == set(seen.buttons) == {"Sign in"}) == (who == "nobody")
    assert (page.question in seen.words) == (who != "nobody")
    assert (NO_LIBRARY in seen.words) == (who in ("stranger", "unverified"))
    assert ("Vision group · 7 of 7 papers" in seen.words) == ("Vision group" in seen.words) == (who in MEMBERS)
    if who not in MEMBERS or page.name == "papers":
        assert (TITLE in seen.words) == (who in MEMBERS)
    if who in MEMBERS:
        acts = {act.words: who in act.allowed for act in ACTS if act.page == page.name and not act.query}
        assert {words: words in seen.labels for words in acts} == acts
