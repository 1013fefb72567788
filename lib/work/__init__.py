"""Computations that take longer than a page may: run in a process of their own, with progress, and kept on disk.

    tasks    which computations there are, and up to which size of library the page itself may run them
    kept     frames in a folder of Parquet files, whole or not at all
    process  one of our modules in a process of its own, and how far it is
    order    a file to write: by which module, and from what
    job      one computation: start it, follow it, read its result
    counts   the words of each paper, counted; `weights` what they say of it, `texts` where they stand
    networks who writes with whom
    sparse   matrices as frames

A computation gets a corpus and parameters and gives frames; between the processes everything travels as Parquet and
JSON. `python -m lib.work` is the process.
"""

from lib.work.job import Job
from lib.work.kept import Frames
from lib.work.order import Order
from lib.work.process import Progress, refuse, run_module, tell, untold
from lib.work.tasks import TASKS, Params, Task, Tell

__all__ = [
    "TASKS",
    "Frames",
    "Job",
    "Order",
    "Params",
    "Progress",
    "Task",
    "Tell",
    "refuse",
    "run_module",
    "tell",
    "untold",
]
