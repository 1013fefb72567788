"""The Share page offers the view as a report and in every format, and makes them of what is in view."""

from pathlib import Path

import pytest

from pages.shared.contents import page_called
from tests.test_pages import open_dashboard


def test_a_view_is_offered_as_a_report_and_in_every_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OEUVRE_DATA", str(tmp_path))
    app = open_dashboard(page_called("Share"), library="profiles", years="2024-")
    assert not app.exception
    labels = [each.proto.label for each in app.get("download_button")]
    assert labels[-6:] == ["Report", "BibTeX", "Excel", "CSV", "JSON", "Parquet"]
