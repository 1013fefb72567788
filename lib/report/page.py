"""A report as one HTML file: readable offline, printable, and under a policy that lets nothing in and nothing out.

The policy names the hash of each script, so that nothing else runs, whatever stands in a title; `connect-src` and the
rest fall back to none, so that the file cannot ask anyone for anything.
"""

import base64
import gzip
import hashlib
from collections.abc import Iterator
from html import escape
from pathlib import Path

import plotly.graph_objects as go
from plotly.offline import get_plotlyjs

from lib.report.figures import to_data
from lib.report.font import font_face
from lib.report.model import Block, Report
from lib.report.numbers import to_table

_HERE = Path(__file__).parent
# The style that plotly.js brings along for maps, which a report has none of: allowed so that the console stays silent.
_MAPS = "'sha256-ji27qzEtxXZW+7dun6UwjHXJ18e6WAin1VvNtkzIE/o='"
_MISSING = "This figure needs JavaScript; its numbers are below."


def to_html(report: Report) -> str:
    """The whole file."""
    figures = {
        f"figure-{at}-{piece}": figure
        for at, block in enumerate(_blocks(report))
        for piece, figure in enumerate(block.sheets, 1)
    }
    scripts = (get_plotlyjs(), _read("report.js")) if figures else ()
    style = font_face() + _read("report.css")
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(scripts, style)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">',
        f"<title>{escape(report.title)}</title><style>{style}</style></head><body><main>",
        *_body(report),
        "</main>",
        f'<script type="application/json" id="figures">{to_data(figures)}</script>',
        *_scripts(*scripts),
        "</body></html>\n",
    ]
    return "\n".join(parts)


def _scripts(plotly: str = "", ours: str = "") -> Iterator[str]:
    """Plotly packed, and the lines that unpack it and draw; nothing without figures."""
    if plotly:
        yield f'<script type="text/plain" id="plotly">{_pack(plotly)}</script>'
        yield f"<script>{ours}</script>"


def _policy(scripts: tuple[str, ...], style: str) -> str:
    """Scripts and style by their hashes, and the typeface alone, which each figure that is saved holds.

    The attribute `style` and an empty element are what Plotly draws with.
    """
    allowed = " ".join(map(_hash, scripts)) or "'none'"
    return (
        f"default-src 'none'; script-src {allowed}; style-src-elem {_hash(style)} {_hash(font_face())} {_hash('')} "
        f"{_MAPS}; "
        "style-src-attr 'unsafe-inline'; img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def _pack(text: str) -> str:
    """The text with gzip in base 64: a third of it, and the same bytes at any time."""
    return base64.b64encode(gzip.compress(text.encode("utf-8"), mtime=0)).decode("ascii")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _body(report: Report) -> Iterator[str]:
    yield f"<header><h1>{escape(report.title)}</h1>{_paragraphs(report.note)}</header>"
    titled = ((number, chapter.title) for number, chapter in enumerate(report.chapters, 1) if chapter.title)
    links = (f'<a href="#part-{number}">{escape(title)}</a>' for number, title in titled)
    yield f'<nav aria-label="Chapters">{" ".join(links)}</nav>'
    at = 0
    for number, chapter in enumerate(report.chapters, 1):
        head = f"<h2>{escape(chapter.title)}</h2>" if chapter.title else ""
        question = f'<p class="question">{escape(chapter.question)}</p>' if chapter.question else ""
        said = "".join(f"<p>{escape(sentence)}</p>" for sentence in chapter.sentences)
        kind = "" if chapter.title else ' class="text"'
        yield f'<section id="part-{number}"{kind}><div class="head">{head}{question}{said}</div>'
        for block in chapter.blocks:
            yield _block(block, f"figure-{at}")
            at += 1
        yield "</section>"


def _block(block: Block, name: str) -> str:
    plots = [_plot(figure, f"{name}-{piece}", block.sentence) for piece, figure in enumerate(block.sheets, 1)] or [""]
    plots = [f"<h3>{escape(block.title)}</h3>{plots[0]}", *plots[1:]]
    plots[-1] += f"<p>{escape(block.sentence)}</p>"
    whole = "".join(f'<div class="whole">{plot}</div>' for plot in plots)
    return f"<article>{whole}{to_table(block.table, block.unprinted)}</article>"


def _plot(figure: go.Figure, name: str, sentence: str) -> str:
    return (
        f'<div class="plot" id="{name}" role="img" aria-label="{escape(sentence)}" '
        f'style="height:{int(figure.layout.height or 360)}px"><noscript>{_MISSING}</noscript></div>'
    )


def _blocks(report: Report) -> Iterator[Block]:
    for chapter in report.chapters:
        yield from chapter.blocks


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(part.strip())}</p>" for part in text.split("\n\n") if part.strip())


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
