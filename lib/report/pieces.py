"""A figure of groups one below the other that is taller than a sheet of paper, in pieces that each fit on one."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from lib.report.model import Block

MOST = 4  # groups that fit on a sheet, beside the heading and the sentence


def in_pieces(block: Block, by: str, value: str, draw: Callable[[pd.DataFrame], go.Figure]) -> Block:
    """The block with a piece for every few groups (column `by`), about as many in each, all on the scale of `value`."""
    groups = list(block.table[by].drop_duplicates())
    if block.figure is None or len(groups) <= MOST:
        return block
    parts = np.array_split(np.arange(len(groups)), -(-len(groups) // MOST))
    pieces = [draw(block.table[block.table[by].isin([groups[at] for at in part])]) for part in parts]
    scale = [min(0.0, float(block.table[value].min())), 1.05 * float(block.table[value].max())]
    return replace(block, pieces=tuple(piece.update_xaxes(range=scale) for piece in pieces))
