"""What is said while a large library is drawn: when it begins, and that it ends with the page however that ends."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
import streamlit as st

from pages.shared.drawing import MANY, announce, drawn

Said = list[str]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Said:
    heard: Said = []

    @contextmanager
    def spinner(words: str) -> Iterator[None]:
        heard.append(words)
        try:
            yield
        finally:
            heard.append("over")

    monkeypatch.setattr(st, "spinner", spinner)
    return heard


def test_a_large_library_is_announced_until_its_page_is_drawn(said: Said) -> None:
    with drawn():
        announce(20_000)
        assert said == ["Drawing 20,000 papers, figure by figure …"]
    assert said[1:] == ["over"]


def test_what_is_quick_and_what_is_no_page_announce_nothing(said: Said) -> None:
    with drawn():
        announce(MANY)
    announce(20_000)
    assert said == []


def test_a_page_that_fails_announces_nothing_any_more(said: Said) -> None:
    with suppress(ValueError), drawn():
        announce(20_000)
        raise ValueError
    assert said[1:] == ["over"]
