"""Computations that take longer than a page may: run in a process of their own, with progress, and kept on disk.

    tasks    which computations there are, and up to which size of library the page itself may run them
    kept     frames in a folder of Parquet files, whole or not at all
    process  one of our modules in a process of its own, and how far it is
    job      one computation: start it, follow it, read its result

A computation gets a corpus and parameters and gives frames; between the processes everything travels as Parquet and
JSON. `python -m lib.work` is the process.
"""

from lib.work.job import Job
from lib.work.kept import Frames
from lib.work.process import Progress, run_module
from lib.work.tasks import TASKS, Params, Task, Tell

__all__ = ["TASKS", "Frames", "Job", "Params", "Progress", "Task", "Tell", "run_module"]
