"""What owners see of a library: its members, its links, and what was done in it."""

from collections.abc import Iterable, Mapping
from datetime import datetime

import pandas as pd

from lib.schema.derived import view
from lib.store import Event, Link, Member

MEMBERS = view("members", "a person or a domain that may enter", "who", "role", "since", "given_by")
LINKS = view(
    "links", "a link to a dashboard", "dashboard", "link_state", "ends", "visits", "last_visit", "made", "made_by"
)
AUDIT = view("audit", "something that somebody did", "at", "by", "deed", "deed_about", "change_number")


def members(found: Iterable[Member]) -> pd.DataFrame:
    """A row for each member, owners first."""
    return MEMBERS.frame(
        {"who": each.who, "role": each.role, "since": _second(each.added_at), "given_by": each.added_by}
        for each in found
    )


def links(found: Iterable[Link], titles: Mapping[int, str], now: datetime) -> pd.DataFrame:
    """A row for each link, newest first; `titles` says what each dashboard is called."""
    return LINKS.frame(
        {
            "dashboard": titles.get(each.dashboard_id),
            "link_state": link_state(each, now),
            "ends": _second(each.ends_at),
            "visits": each.visits,
            "last_visit": _second(each.visited_at) if each.visited_at else None,
            "made": _second(each.created_at),
            "made_by": each.created_by,
        }
        for each in found
    )


def link_state(link: Link, now: datetime) -> str:
    """Whether the link still opens: "open", "ended", or who revoked it."""
    if link.revoked_at is not None:
        return f"revoked by {link.revoked_by}"
    return "ended" if link.ends_at <= now else "open"


def audit(found: Iterable[Event], by: Iterable[str] = (), deeds: Iterable[str] = ()) -> pd.DataFrame:
    """A row for each deed, newest first; with `by` or `deeds` those alone."""
    people, kinds = set(by), set(deeds)
    return AUDIT.frame(
        {
            "at": _second(each.at),
            "by": each.by,
            "deed": each.what,
            "deed_about": each.about or None,
            "change_number": each.change,
        }
        for each in found
        if (not people or each.by in people) and (not kinds or each.what in kinds)
    )


def _second(moment: datetime) -> pd.Timestamp:
    """The moment in UTC without its zone, in whole seconds, as frames have it."""
    return pd.Timestamp(moment).tz_convert("UTC").tz_localize(None).floor("s")
