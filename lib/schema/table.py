"""What a column and a table are, and the check that names every fault of a frame at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from lib.errors import SchemaError

Dtype = Literal["string", "Int64", "Float64", "boolean", "datetime64[s]"]
Severity = Literal["problem", "note"]


@dataclass(frozen=True)
class Column:
    """One column: `label` and `unit` are what an axis or a table head shows, `meaning` is the glossary's entry."""

    name: str
    dtype: Dtype
    label: str
    meaning: str
    source: str
    unit: str = ""
    required: bool = False  # a missing value is a fault

    @property
    def title(self) -> str:
        """The label with its unit, as an axis shows it."""
        return f"{self.label} ({self.unit})" if self.unit else self.label


@dataclass(frozen=True)
class Table:
    """A kind of frame: its columns in order, and the columns that name a row."""

    name: str
    row: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)

    @property
    def names(self) -> list[str]:
        """The columns' names, in order."""
        return [column.name for column in self.columns]

    def frame(self, rows: Iterable[Mapping[str, object]] = ()) -> pd.DataFrame:
        """A checked frame of these rows; a column that a row leaves out is missing there."""
        records = list(rows)
        columns = {
            column.name: pd.Series([record.get(column.name) for record in records], dtype=column.dtype)
            for column in self.columns
        }
        return self.check(pd.DataFrame(columns))

    def cast(self, frame: pd.DataFrame) -> pd.DataFrame:
        """A checked frame of this table's columns alone, in their order and types."""
        types = {column.name: column.dtype for column in self.columns}
        return self.check(frame[self.names].astype(types).reset_index(drop=True))

    def check(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The same frame, or a SchemaError that names all its faults at once."""
        faults = list(self._faults(frame))
        if faults:
            raise SchemaError(f"The frame {self.name!r} does not keep to its table: " + "; ".join(faults))
        return frame

    def _faults(self, frame: pd.DataFrame) -> Iterable[str]:
        for column in self.columns:
            if column.name not in frame.columns:
                yield f"column {column.name!r} is missing"
                continue
            values = frame[column.name]
            if str(values.dtype) != column.dtype:
                yield f"column {column.name!r} is {values.dtype}, expected {column.dtype}"
            if column.required and values.isna().any():
                yield f"column {column.name!r} has {int(values.isna().sum())} missing values, expected none"
        for name in frame.columns.difference(self.names):
            yield f"column {name!r} is unknown"
        if self.key and not set(self.key) - set(frame.columns) and frame.duplicated(list(self.key)).any():
            doubles = frame.loc[frame.duplicated(list(self.key)), list(self.key)]
            yield f"{len(doubles)} rows repeat the key {self.key}, first {tuple(doubles.iloc[0])!r}"
