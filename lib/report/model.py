"""What stands in a report, in order."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go


@dataclass(frozen=True, eq=False)
class Block:
    """A figure (None where its sentence says as much), the sentence about it, and its numbers.

    Paper has no room for the columns `unprinted`; a screen has. A figure that is taller than a sheet of paper is also
    there in `pieces`.
    """

    title: str
    sentence: str
    table: pd.DataFrame
    figure: go.Figure | None = None
    unprinted: tuple[str, ...] = ()
    pieces: tuple[go.Figure, ...] = ()

    @property
    def sheets(self) -> tuple[go.Figure, ...]:
        """The figure as a report draws it: whole, in pieces, or not at all."""
        return self.pieces or (() if self.figure is None else (self.figure,))


@dataclass(frozen=True, eq=False)
class Chapter:
    """The blocks that answer one question; `sentences` stand before them. Without a title it is text between others."""

    title: str
    question: str
    sentences: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, eq=False)
class Report:
    """The whole; `note` is a reader's own text under the title, its paragraphs apart by blank lines."""

    title: str
    note: str
    chapters: tuple[Chapter, ...]


def block(
    figure: go.Figure, table: pd.DataFrame, sentence: str, least: int = 1, unprinted: tuple[str, ...] = ()
) -> Block:
    """A block under the figure's own title; a table of fewer than `least` rows is said and not drawn."""
    drawn = figure if len(table) >= max(least, 1) else None
    return Block(str(figure.layout.title.text), sentence, table, drawn, unprinted)
