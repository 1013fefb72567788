"""Columns of what owners see of a library: who may enter, who has links to it, and what was done."""

from lib.schema.table import Column

_OURS = "computed by Oeuvre"

GROUP = (
    Column("who", "string", "Who", "An e-mail address, or @ and a domain for everybody there.", "a reader"),
    Column("role", "string", "Role", "reader, editor or owner: each may do what the ones before it may.", "a reader"),
    Column("since", "datetime64[s]", "Since", "When the role was given, in UTC.", _OURS),
    Column("given_by", "string", "Given by", "Who gave the role.", _OURS),
    Column("dashboard", "string", "Dashboard", "The title of what the link shows.", "a reader"),
    Column("made", "datetime64[s]", "Made", "When the link was made, in UTC.", _OURS),
    Column("made_by", "string", "Made by", "Who made the link.", _OURS),
    Column("ends", "datetime64[s]", "Ends", "When the link stops working by itself, in UTC.", _OURS),
    Column("link_state", "string", "State", "open, ended, or revoked by whom.", _OURS),
    Column("visits", "Int64", "Visits", "How often the link was opened.", _OURS, "visits"),
    Column("last_visit", "datetime64[s]", "Last visit", "When the link was opened last, in UTC.", _OURS),
    Column("change_number", "Int64", "Change", "The number of the change in this library.", _OURS),
    Column("deed", "string", "What", "What was done.", _OURS),
    Column("deed_about", "string", "To what", "The file, dashboard, person or correction.", _OURS),
)
