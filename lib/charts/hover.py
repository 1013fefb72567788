"""Words inside a figure: Plotly reads a little HTML there, so what comes from a dump is made harmless first."""

import html
import textwrap
from collections.abc import Iterable

_WIDTH = 60  # characters; longer titles would leave the screen


def plain(text: object) -> str:
    """The text as the dump has it, folded to lines that fit a label, with nothing in it that Plotly would obey."""
    lines = textwrap.wrap(str(text), _WIDTH, break_long_words=True) or [""]
    return "<br>".join(html.escape(line, quote=False) for line in lines)


def several(texts: Iterable[object]) -> list[str]:
    """`plain` of each."""
    return [plain(text) for text in texts]
