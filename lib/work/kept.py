"""Frames in a folder of Parquet files: written whole or not at all, so that whoever finds the folder can trust it."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

Frames = Mapping[str, pd.DataFrame]


def write(frames: Frames, folder: Path) -> None:
    """Write each frame to `folder/NAME.parquet`; a folder that is there already stays as it is."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=folder.parent))
    try:
        for name, frame in frames.items():
            frame.to_parquet(draft / f"{name}.parquet")
        if not folder.exists():
            os.replace(draft, folder)  # noqa: PTH105 - Path.replace does not move folders everywhere
    except OSError:
        if not folder.exists():  # else another process was first, with the same content
            raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def read(folder: Path) -> Frames:
    """The frames that `write` put there."""
    return {file.stem: pd.read_parquet(file) for file in sorted(folder.glob("*.parquet"))}


def forget_oldest(folder: Path, keep: int) -> None:
    """Delete all but the `keep` newest folders in `folder`."""
    if folder.exists():
        kept = sorted((each for each in folder.iterdir() if each.is_dir()), key=lambda each: each.stat().st_mtime)
        for old in kept[: max(len(kept) - keep, 0)]:
            shutil.rmtree(old, ignore_errors=True)
