"""The pages of Oeuvre in reading order: what each is called and which question it answers.

A new page is one line here and one file in pages/; the sidebar, the first line of the page and the addresses follow.
"""

from dataclasses import dataclass

HOME = "overview"


@dataclass(frozen=True)
class Page:
    """One page: `name` is its file in pages/ and its address, `icon` a Material symbol (Streamlit ships the font)."""

    name: str
    title: str
    question: str
    icon: str
    needs_papers: bool = True  # whether there is nothing to show when no paper is in view
    searches: bool = False  # whether the page has the search box itself
    narrows: bool = True  # whether filters change what it shows
    past: bool = True  # whether it can show a library as it was

    @property
    def address(self) -> str:
        """What links to the page begin with."""
        return "/" if self.name == HOME else f"/{self.name}"

    @property
    def path(self) -> str:
        """The page's file, relative to dashboard.py."""
        return f"pages/{self.name}.py"


CONTENTS: dict[str, tuple[Page, ...]] = {
    "Read": (
        Page("overview", "Overview", "What is in this library, and how far can it be trusted?", ":material/home:"),
        Page(
            "papers",
            "Papers",
            "Which papers are there, and what does each one say?",
            ":material/article:",
            searches=True,
        ),
    ),
    "Explore": (
        Page("topics", "Topics", "What are the papers about?", ":material/category:"),
        Page("timeline", "Timeline", "When were the papers published?", ":material/timeline:"),
        Page("scores", "Scores", "How are the scores spread?", ":material/bar_chart:"),
        Page("compare", "Compare", "How do these authors differ?", ":material/compare:"),
        Page("network", "Network", "Who writes with whom?", ":material/hub:"),
    ),
    "Keep": (
        Page(
            "library",
            "Library",
            "Which dumps are here, and was everything read correctly?",
            ":material/inventory_2:",
            needs_papers=False,
            past=False,
        ),
        Page(
            "dashboards",
            "Dashboards",
            "What did we find, and what do others say?",
            ":material/dashboard:",
            needs_papers=False,
            narrows=False,
        ),
        Page(
            "members",
            "Members",
            "Who may do what here, and who did what?",
            ":material/group:",
            needs_papers=False,
            narrows=False,
            past=False,
        ),
        Page("share", "Share", "How can others see this view, and use its papers?", ":material/ios_share:"),
    ),
}

GUEST = Page("guest", "Guest", "What was found?", ":material/key:", needs_papers=False, narrows=False, past=False)
BY_LINK = (GUEST,)  # pages that no list leads to: who has the link needs no account


def page_called(title: str) -> Page:
    """The page of this title; a KeyError names the titles there are."""
    for pages in (*CONTENTS.values(), BY_LINK):
        for page in pages:
            if page.title == title:
                return page
    titles = [page.title for pages in CONTENTS.values() for page in pages]
    raise KeyError(f"No page is called {title!r}: pages/shared/contents.py lists {', '.join(titles)}.")
