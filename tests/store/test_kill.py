"""A server that is killed loses nothing that it said was kept: ten files here, two hundred in `make kill`."""

from tests.store import kill


def test_every_import_is_whole_or_absent_after_the_process_is_killed(url: str) -> None:
    assert kill.survive(url, 10, seed=1) > 0
