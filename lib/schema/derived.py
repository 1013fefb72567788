"""Columns that the tables of the pages add to those of the library: what each means, and in which unit."""

from dataclasses import replace

from lib.schema.comparing import COMPARING
from lib.schema.group import GROUP
from lib.schema.keeping import KEEPING
from lib.schema.library import TABLES
from lib.schema.measures import MEASURES
from lib.schema.network import JOINT, PEOPLE, TIES
from lib.schema.table import Column, Table
from lib.schema.topics import TOPICAL

_OURS = "computed by Oeuvre"

DERIVED = (
    Column("papers", "Int64", "Papers", "Distinct papers, counted in the library.", _OURS, "papers"),
    Column("share", "Float64", "Share", "Part of the papers in view.", _OURS, "%"),
    Column("n", "Int64", "n", "How many papers the number rests on.", _OURS, "papers"),
    Column("year", "Int64", "Year", "Calendar year of the paper's date.", _OURS),
    Column("authors", "string", "Authors", "All authors known from any dump, in the order shown.", "record"),
    Column("figure", "string", "Figure", "What is counted or claimed.", _OURS),
    Column("claimed", "Int64", "Claimed", "As the profile's header says, on the day of its newest capture.", "header"),
    Column("group", "string", "Group", "Author, category, topic or year, by the name that links use.", _OURS),
    Column("label", "string", "Group", "Author, category, topic or year, as a reader calls it.", _OURS),
    Column("period", "datetime64[s]", "Period", "First day of the year, quarter or month.", _OURS),
    Column("unfinished", "boolean", "Unfinished", "The newest capture falls in this period: it is not over.", _OURS),
    Column(
        "inferred", "Int64", "Year inferred", "Of the papers, how many have a year that no dump shows.", _OURS, "papers"
    ),
    Column("cumulative", "Int64", "Papers so far", "Papers up to and including this row.", _OURS, "papers"),
    Column("average", "Float64", "Moving average", "Mean over neighbouring periods.", _OURS, "papers"),
    Column("lane", "Float64", "Place in the lane", "Keeps dots apart; it measures nothing.", _OURS),
    Column("month", "Int64", "Month", "1 for January.", _OURS),
    Column("career_year", "Int64", "Career year", "Whole years since the first paper in this library.", _OURS, "years"),
    Column(
        "community",
        "Int64",
        "Community",
        "People who write more with each other than with others; 1 is the largest.",
        _OURS,
    ),
    Column(
        "betweenness",
        "Float64",
        "Betweenness",
        "Share of the shortest chains between two others that lead here.",
        _OURS,
        "0–1",
    ),
    Column("x", "Float64", "Place across", "Where the figure draws it; only nearness means something.", _OURS),
    Column("y", "Float64", "Place upwards", "Where the figure draws it; only nearness means something.", _OURS),
    Column("named", "boolean", "Name shown", "Whether the figure has room for the name.", _OURS),
    Column("step", "Int64", "Step", "Place in the chain, from 1.", _OURS),
    Column("counted", "Int64", "Counted", "As found in this library.", _OURS),
    Column("captures", "Int64", "Captures", "How many dumps of the profile there are.", _OURS, "dumps"),
    Column("first_year", "Int64", "First year", "Of the papers in this library.", _OURS),
    Column("last_year", "Int64", "Last year", "Of the papers in this library.", _OURS),
    Column("scored", "Int64", "With score", "Papers whose newest capture shows a score.", _OURS, "papers"),
    Column("coded", "Int64", "With code", "Papers with the badge Code in some capture.", _OURS, "papers"),
    Column("coauthors", "Int64", "Co-authors seen", "Other names on the papers; “et al.” hides more.", _OURS, "people"),
    Column("year_reason", "string", "Why this year", "The reason for the year of year-less dates.", _OURS),
    Column("page", "string", "Author", "Whose page it is: the name, or the file where nobody knows it.", _OURS),
    Column("what", "string", "Paper or author", "What stands for both.", _OURS),
    Column("rank", "Int64", "Rank", "Place on the page: 1 for the first record, in the site's own order.", "dump"),
    Column("where", "string", "File", "The file's name when it came in.", "dump"),
    Column("kind", "string", "Kind", "Not read, uncertain, or worth knowing.", _OURS),
)


def column(name: str) -> Column | None:
    """The first column of this name that a table or the list above defines; None when there is none."""
    every = (
        *DERIVED,
        *MEASURES,
        *COMPARING,
        *KEEPING,
        *GROUP,
        *TOPICAL,
        *(known for table in (*TABLES, PEOPLE, TIES, JOINT) for known in table.columns),
    )
    return next((known for known in every if known.name == name), None)


def label(name: str) -> str:
    """What a table head shows for a column: its label with the unit, or the name itself in plain words."""
    known = column(name)
    if known is None:
        return name.replace("_", " ").capitalize()
    return known.label if known.unit.casefold() in known.label.casefold() else known.title


def view(name: str, row: str, *columns: str) -> Table:
    """A table made of known columns, for what a page computes; KeyError for a column that nothing defines.

    What the library's own table requires may be missing here: not every person in a network has a profile.
    """
    known = {each: column(each) for each in columns}
    missing = [each for each, found in known.items() if found is None]
    if missing:
        raise KeyError(f"No table defines {', '.join(missing)}: add them to lib/schema/derived.py")
    return Table(name, row, tuple(replace(found, required=False) for found in known.values() if found))
