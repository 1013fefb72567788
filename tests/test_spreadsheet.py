"""A table opens in a spreadsheet as it is, and nothing in it runs."""

import csv
import io

import pandas as pd
import pytest

from lib.spreadsheet import to_csv


def cells(frame: pd.DataFrame) -> list[list[str]]:
    return list(csv.reader(io.StringIO(to_csv(frame).decode("utf-8-sig"))))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "  =", "\n=", "＝"])
def test_text_that_could_run_gets_an_apostrophe_before_it(start: str) -> None:
    text = f"{start}HYPERLINK(1)"
    assert cells(pd.DataFrame({"title": pd.Series([text, "A = B"], dtype="string")}))[1:] == [["'" + text], ["A = B"]]


def test_a_head_that_could_run_gets_one_as_well() -> None:
    assert cells(pd.DataFrame({"=1+1": [1]})) == [["'=1+1"], ["1"]]


def test_numbers_stay_numbers_and_missing_stays_empty() -> None:
    frame = pd.DataFrame(
        {
            "change": pd.Series([-3.5, None], dtype="Float64"),
            "papers": pd.Series([-2, None], dtype="Int64"),
            "code": pd.Series([True, None], dtype="boolean"),
            "title": pd.Series(["a", None], dtype="string"),
        }
    )
    assert cells(frame)[1:] == [["-3.5", "-2", "True", "a"], ["", "", "", ""]]


def test_days_are_written_as_days() -> None:
    assert cells(pd.DataFrame({"date": pd.Series(["2026-03-18", None], dtype="datetime64[s]")}))[1:] == [
        ["2026-03-18"],
        [""],
    ]


def test_every_alphabet_survives_and_excel_is_told_so() -> None:
    written = to_csv(pd.DataFrame({"name": ["Wąsikiewicz, Radosław", "徐松沛"]}))
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.decode("utf-8-sig").splitlines() == ["name", '"Wąsikiewicz, Radosław"', "徐松沛"]
