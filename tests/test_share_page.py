"""The Share page offers the view as a report and in every format, and makes them of what is in view."""

from pathlib import Path

import pytest

from lib.store import SavedView, Sketch, alone, open_store
from pages.shared.contents import page_called
from tests.visits import open_dashboard


def test_a_view_is_offered_as_a_report_and_in_every_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OEUVRE_DATA", str(tmp_path))
    app = open_dashboard(page_called("Share"), library="profiles", years="2024-")
    assert not app.exception
    labels = [each.proto.label for each in app.get("download_button")]
    assert labels[-6:] == ["BibTeX", "Excel", "CSV", "JSON", "Parquet", "Python script"]
    assert "Report" in [button.label for button in app.button]


def test_a_dashboard_is_offered_as_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OEUVRE_DATA", str(tmp_path))
    ada = alone("Ada")
    with open_store() as store:
        library = store.libraries.create(ada, "Vision")
        saved = store.dashboards.save(ada, library.id, Sketch("Ours", (SavedView("scores", ""),)))
        app = open_dashboard(page_called("Dashboards"), dashboard=saved.address)
    assert not app.exception
    assert "Report" in [button.label for button in app.button]
