"""The parts of the Library page.

desk        where a dump is corrected: in the store, before it is kept, or (a sample) not at all
batch       files that came in and are not kept yet
incoming    the way in: files, a folder, pasted text; a row for each file; keeping them
holdings    the dumps that are here, and the one that is opened
review      a dump's own lines beside what was read from them
record      one record and the ways to correct it
captures    one profile over time
same        what was taken for one, or may be one
log         every correction, each of which can be undone
errands     large libraries on their way in, or being copied
libraries   made, renamed, copied, deleted and brought back, exported and imported
"""
