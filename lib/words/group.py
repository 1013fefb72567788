"""Who may enter a library, who has links to it and what was done in it, in sentences."""

import pandas as pd

from lib.store import Link, Role
from lib.words.phrases import count

DUTIES: dict[Role, str] = {
    "reader": "read everything, comment, and copy the library",
    "editor": "also bring dumps in, correct them, and save dashboards",
    "owner": "also say who may enter, make links, erase files, and rename or delete the library",
}


def duties() -> str:
    """What each role may do."""
    return " ".join(f"{role.capitalize()}s may {may}." for role, may in DUTIES.items())


def own_role(role: Role | None) -> str:
    """What the person who asks may do."""
    if role is None:
        return "You may not read this library."
    others = "" if role == "owner" else " Its owners can change that, and see this page whole."
    article = "a" if role == "reader" else "an"
    return f"You are {article} {role} of this library: {role}s may {DUTIES[role]}.{others}"


def members(table: pd.DataFrame) -> str:
    """How many people and domains hold each role."""
    if table.empty:
        return "Nobody has a role here yet."
    people = table[~table["who"].str.startswith("@")]
    counts = people["role"].value_counts()
    said = ", ".join(count(int(counts[role]), role) for role in reversed(DUTIES) if role in counts.index)
    domains = len(table) - len(people)
    both = [part for part in (said, f"everybody of {count(domains, 'domain')}" if domains else "") if part]
    return f"{' and '.join(both)}."


def links(table: pd.DataFrame) -> str:
    """How many links there are, how many still open, and how often they were opened."""
    if table.empty:
        return "There is no link to a dashboard of this library yet."
    still = int((table["link_state"] == "open").sum())
    return f"{count(len(table), 'link')}, of which {still} still open; {count(int(table['visits'].sum()), 'visit')}."


def link(found: Link, state: str) -> str:
    """Whether a link still opens and until when, how often it was opened, and who made it."""
    last = f", last on {found.visited_at:%Y-%m-%d}" if found.visited_at else ""
    return (
        f"{state} · until {found.ends_at:%Y-%m-%d %H:%M} UTC · {count(found.visits, 'visit')}{last} · made by "
        f"{found.created_by} on {found.created_at:%Y-%m-%d}"
    )


def audit(table: pd.DataFrame, every: int) -> str:
    """How many deeds of how many are listed, by how many people."""
    if not every:
        return "Nothing has been done here yet."
    who = count(int(table["by"].nunique()), "person").replace("persons", "people")
    listed = count(len(table), "change") if len(table) == every else f"{len(table):,} of {count(every, 'change')}"
    return f"{listed} by {who}, newest first."
