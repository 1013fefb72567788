"""Columns of what the Library page shows: files that come in, dumps that are kept, and two captures side by side."""

from lib.schema.table import Column

_OURS = "computed by Oeuvre"

KEEPING = (
    Column("change", "string", "Change", "new, gone or in both captures.", _OURS),
    Column("before", "Float64", "Before", "In the earlier of the two captures.", "dump"),
    Column("after", "Float64", "After", "In the later of the two captures.", "dump"),
    Column("moved", "Float64", "Moved by", "After minus before; missing where either is unknown.", _OURS),
    Column("score_before", "Float64", "Score before", "In the earlier capture; missing is unknown.", "badge", "0–100"),
    Column("score_after", "Float64", "Score after", "In the later capture; missing is unknown.", "badge", "0–100"),
    Column("badges_gained", "string", "Badges gained", "Shown by the later capture alone.", "badge"),
    Column("badges_lost", "string", "Badges lost", "Shown by the earlier capture alone.", "badge"),
    Column("rank_before", "Int64", "Rank before", "Place on the page, in the site's own order.", "dump"),
    Column("rank_after", "Int64", "Rank after", "Place on the page, in the site's own order.", "dump"),
    Column("value", "Float64", "Value", "What the header claims, or what was counted.", "dump"),
    Column("other_what", "string", "The other one", "Its title or name, where it has one of its own.", _OURS),
    Column("called", "string", "Library", "What its members call it.", "a reader"),
    Column("files", "Int64", "Files", "How many came in.", _OURS, "files"),
    Column("size", "Int64", "Size", "Of the files as they came in.", _OURS, "bytes"),
    Column("status", "string", "Status", "What becomes, or became, of the file.", _OURS),
    Column("encoding", "string", "Encoding", "How its bytes were read as text.", _OURS),
    Column("doubts", "Int64", "Doubtful", "Records whose split is not certain.", _OURS, "records"),
    Column("unread", "Int64", "Problems", "Places that were not read, or are uncertain.", _OURS, "places"),
    Column("first_day", "datetime64[s]", "First paper", "Day of the earliest paper.", "badge"),
    Column("last_day", "datetime64[s]", "Last paper", "Day of the latest paper.", "badge"),
    Column("there", "string", "In the library", "Where the same dump is.", _OURS),
    Column("message", "string", "What happened", "Why it was refused, skipped or kept.", _OURS),
    Column("added", "datetime64[s]", "Came in", "Day on which it was kept, in UTC.", _OURS),
    Column("added_by", "string", "Brought by", "Who kept it.", _OURS),
    Column("said", "string", "Correction", "What was corrected.", "a reader"),
    Column("by", "string", "By", "Who said so.", "a reader"),
    Column("at", "datetime64[s]", "When", "In UTC.", _OURS),
    Column("why", "string", "Why", "The reason given.", "a reader"),
    Column("counts", "string", "State", "Whether it counts, or was undone.", _OURS),
)
