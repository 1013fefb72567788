"""Words inside a figure: Plotly reads a little HTML there, so what comes from a dump is made harmless first."""

import html
import re
from collections.abc import Iterable
from functools import lru_cache
from textwrap import wrap

import pandas as pd

_LINE = re.compile(r"(\S.{1,59})(?:\s+|$)|(\S{60})")  # up to 60 characters; longer titles would leave the screen


def plain(text: object) -> str:
    """The text as the dump has it, folded to lines that fit a label, with nothing in it that Plotly would obey."""
    return html.escape(_LINE.sub(r"\1\2\n", str(text)).rstrip("\n"), quote=False).replace("\n", "<br>")


def short(text: object, most: int = 30) -> str:
    """The text for a legend: what is longer than `most` characters ends between words; the hover has it whole."""
    whole = str(text)
    return plain(whole if len(whole) <= most else whole[: most + 1].rsplit(" ", 1)[0][:most].rstrip(" ,;") + " …")


def narrow(text: object, width: int = 24) -> str:
    """The text in lines of about `width` characters, for an axis or a heading of a small part of a figure."""
    return "<br>".join(html.escape(line, quote=False) for line in wrap(str(text), width))


def several(texts: Iterable[object]) -> list[str]:
    """`plain` of each."""
    return [_title(str(text)) for text in texts]


@lru_cache(maxsize=50_000)
def _title(text: str) -> str:
    """The same titles stand in one figure after the other, and those of a large library take a while."""
    return plain(text)


def days(dates: "pd.Series[pd.Timestamp]", unknown: str = "no date") -> "pd.Series[str]":
    """Each as "09 Jun 2022", or as `unknown`; papers share their days, and each day is written once."""
    written = {day: f"{day:%d %b %Y}" for day in dates.dropna().unique()}
    return dates.map(written).astype("object").fillna(unknown)
