"""What takes long runs outside the session, once for all who ask for the same, while the page says how far it is."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import Generic, TypeVar

import streamlit as st

from lib.corpus import Corpus
from lib.errors import OeuvreError
from lib.store.places import data_folder
from lib.work import TASKS, Frames, Job, Params, Progress
from pages.shared.memory import recall
from pages.shared.notice import say

T = TypeVar("T")
AT_ONCE = 2  # processes; more would only take the processor from each other
EVERY = 0.5  # seconds between two looks at a process


class Running(Generic[T]):
    """What goes on in a process of its own: how far it is, and in the end its result.

    It waits for one of the turns that computations have on this server, unless it is given another kind of `turn`.
    """

    def __init__(
        self,
        steps: Callable[[], Iterator[Progress]],
        result: Callable[[], T],
        turn: threading.Semaphore | None = None,
    ) -> None:
        self.progress = Progress(0.0, "Waiting for its turn")
        self.future: Future[T] = Future()
        threading.Thread(target=self._run, args=(steps, result, turn or _turn()), daemon=True).start()

    def _run(self, steps: Callable[[], Iterator[Progress]], result: Callable[[], T], turn: threading.Semaphore) -> None:
        try:
            with turn:
                for progress in steps():
                    self.progress = progress
            self.future.set_result(result())
        except (OeuvreError, OSError) as error:
            self.future.set_exception(error)


def compute(name: str, corpus: Corpus, params: Params) -> Frames:
    """The frames that the task `name` (lib/work/tasks.py) makes of the corpus.

    What is quick is computed here. For anything else the page ends here with a progress bar until the result is there;
    then it runs again and gets it at once.
    """
    job = Job(TASKS[name], corpus, params, data_folder() / "work")
    if job.quick:
        return recall(("job", job.id), job.run_here)
    return wait_for(_started(job, job.id), _started.clear)


def wait_for(running: Running[T], forget: Callable[[], None]) -> T:
    """The result; until it is there the page ends here with a progress bar, and then runs again.

    `forget` lets a reader try again what failed.
    """
    if not running.future.done():
        watch(running)
        st.stop()
    error = running.future.exception()
    if error:
        say(f"This could not be computed. {error}", ":material/error:")
        st.button("Try again", on_click=forget, key="again")
        st.stop()
    return running.future.result()


@st.cache_resource(max_entries=16, show_spinner=False)
def _started(_job: Job, job_id: str) -> Running[Frames]:  # noqa: ARG001 - the id is the key
    return Running(_job.run, _job.read)


@st.cache_resource
def _turn() -> threading.Semaphore:
    return threading.Semaphore(AT_ONCE)


@st.fragment(run_every=EVERY)
def watch(running: Running[T], what: str = "") -> None:
    """How far it is, again and again, and `what` it is; when it is done, the page runs anew."""
    if running.future.done():
        st.rerun()
    words = f"{running.progress.words} …"
    st.progress(running.progress.share, text=f"{what} · {words}" if what else words)
