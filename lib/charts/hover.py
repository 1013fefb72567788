"""Words inside a figure: Plotly reads a little HTML there, so what comes from a dump is made harmless first."""

import html
import re
from collections.abc import Iterable

_LINE = re.compile(r"(\S.{1,59})(?:\s+|$)|(\S{60})")  # up to 60 characters; longer titles would leave the screen


def plain(text: object) -> str:
    """The text as the dump has it, folded to lines that fit a label, with nothing in it that Plotly would obey."""
    return html.escape(_LINE.sub(r"\1\2\n", str(text)).rstrip("\n"), quote=False).replace("\n", "<br>")


def several(texts: Iterable[object]) -> list[str]:
    """`plain` of each."""
    return [plain(text) for text in texts]
