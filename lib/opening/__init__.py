"""What a verb of the command line works on: files, or a library by its name, and the part of it that a link shows.

library     files, a sample library or one of the store -> Opened
part        Opened + link -> Part, as the pages have it
wanted      such a part as words, for another process
saved       a saved dashboard with its library, as it is or was
origin      what figures of that part rest on: dumps, corrections, versions, seed
ask         the arguments that verbs share
"""

from lib.opening.library import Opened, open_files, open_named
from lib.opening.part import Part, narrow, read_link

__all__ = ["Opened", "Part", "narrow", "open_files", "open_named", "read_link"]
