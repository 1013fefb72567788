"""How long a page's rerun keeps the server busy, beside that of an empty Streamlit app in the same run.

Two real servers run side by side with the same settings, and are asked over their WebSocket as a browser asks them,
in turns. A page's first run fills the caches and is not counted. Where the time goes is looked up every millisecond
while the same page runs in this process.
"""

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

import click
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.testing.v1 import AppTest
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from pages.shared.contents import CONTENTS, Page

ROOT = Path(__file__).parents[2]
EMPTY = "import streamlit as st\n\nst.write('Nothing.')\n"
RERUNS = 15
LIBRARY = "profiles"
PLACES = ("lib/tables", "lib/charts", "lib/words", "lib", "pages", "plotly", "pandas", "streamlit")


class Visit:
    """One reader's connection to a page."""

    def __init__(self, socket: ClientConnection, name: str = "", query: str = "") -> None:
        self.socket = socket
        self.message = BackMsg()
        self.message.rerun_script.query_string = query
        self.message.rerun_script.page_name = name
        self.sent = 0  # bytes of the last run
        self.silence = 0.0  # seconds of the last run for which nothing came, at most
        self.waits = False  # whether the last run ended with a progress bar

    def rerun(self) -> float:
        """Seconds from asking for a run of the page to its last message."""
        start = last = time.perf_counter()
        self.sent, self.silence, self.waits = 0, 0.0, False
        self.socket.send(self.message.SerializeToString())
        while True:
            data = self.socket.recv()
            self.sent += len(data)
            self.silence, last = max(self.silence, time.perf_counter() - last), time.perf_counter()
            answer = ForwardMsg.FromString(data if isinstance(data, bytes) else data.encode())
            self.waits = self.waits or answer.delta.new_element.WhichOneof("type") == "progress"
            kind = answer.WhichOneof("type")
            if kind == "navigation":
                self.message.rerun_script.page_script_hash = answer.navigation.page_script_hash
            elif kind == "script_finished" and answer.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                return time.perf_counter() - start


def call(port: int) -> ClientConnection:
    """A WebSocket to the server, as a browser opens it."""
    return connect(f"ws://127.0.0.1:{port}/_stcore/stream", subprotocols=[Subprotocol("streamlit")], max_size=None)


@contextmanager
def serve(script: Path, data: Path | None = None) -> Iterator[int]:
    """The port of a server that runs the script with the settings of this project, and with this data folder."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = int(listener.getsockname()[1])
    command = [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}"]
    with tempfile.TemporaryDirectory() as none:
        process = subprocess.Popen(  # noqa: S603 - our own scripts
            command, cwd=ROOT, env=os.environ | {"OEUVRE_DATA": str(data or none)}, stdout=subprocess.DEVNULL
        )
        try:
            for _ in range(300):
                time.sleep(0.2)
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).close()
                    break
                except OSError:
                    continue
            yield port
        finally:
            process.terminate()
            process.wait()


def sample(page: Page) -> Counter[str]:
    """Share of a rerun (0–1) that each part takes: where the page's thread is, looked up every millisecond."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=300)
    app.run()
    app.switch_page(page.path)
    app.query_params["library"] = LIBRARY
    app.run()
    seen: Counter[str] = Counter()
    done = threading.Event()
    looking = threading.Thread(target=_look, args=(seen, done))
    looking.start()
    for _ in range(5):
        app.run()
    done.set()
    looking.join()
    return Counter({name: looks / seen.total() for name, looks in seen.items()})


def _look(seen: Counter[str], done: threading.Event) -> None:
    while not done.wait(0.001):
        frames = sys._current_frames()
        for thread in threading.enumerate():
            if thread.name == "ScriptRunner.scriptThread" and thread.ident in frames:
                seen[place(frames[thread.ident])] += 1


def place(frame: FrameType | None) -> str:
    """The part of the project, or the package, that is at work: the innermost one that has a name here."""
    while frame:
        file = frame.f_code.co_filename
        path = file.rpartition("site-packages/")[2] if "site-packages" in file else file.removeprefix(f"{ROOT}/")
        found = next((name for name in PLACES if path.startswith(name + "/")), None)
        if found:
            return found
        frame = frame.f_back
    return "Python"


def main() -> None:
    """Print each page's rerun, the empty app's, and their ratio."""
    pages = [page for pages in CONTENTS.values() for page in pages]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (folder / "empty.py").write_text(EMPTY, encoding="utf-8")
        empty = Visit(stack.enter_context(call(stack.enter_context(serve(folder / "empty.py")))))
        port = stack.enter_context(serve(ROOT / "dashboard.py"))
        click.echo(f"Server rerun on the library “{LIBRARY}”, median of {RERUNS}:")
        for page in pages:
            with call(port) as line:
                measure(page, Visit(line, page.address.strip("/"), f"library={LIBRARY}"), empty)


def measure(page: Page, visit: Visit, empty: Visit) -> None:
    """Measure a page and the empty app in turns, and print both and where the page's time goes."""
    for warm in (visit, empty):
        warm.rerun()
        warm.rerun()
    times = [(visit.rerun(), empty.rerun()) for _ in range(RERUNS)]
    own, other = (1000 * statistics.median(each) for each in zip(*times, strict=True))
    parts = ", ".join(f"{name} {share:.0%}" for name, share in sample(page).most_common(5))
    click.echo(
        f"  {page.title:<10} {own:6.1f} ms, empty app {other:5.1f} ms: {own / other:5.1f} times; "
        f"{visit.sent / 1000:,.0f} kB sent; {parts}"
    )


if __name__ == "__main__":
    main()
