"""Columns of the tables that lay authors side by side."""

from lib.schema.table import Column

_OURS = "computed by Oeuvre"

COMPARING = (
    Column("part", "string", "Part", "Topic or category, by the name that links use.", _OURS),
    Column("part_label", "string", "Part", "Topic or category, as a reader calls it.", _OURS),
    Column("similarity", "Float64", "Similarity", "1 for the same mix, 0 for nothing in common.", _OURS, "0–1"),
    Column("shared_authors", "string", "Shared authors", "People who wrote both, as far as the pages show.", _OURS),
    Column(
        "together",
        "Int64",
        "Papers together",
        "Left out of the similarity, so that they do not make it.",
        _OURS,
        "papers",
    ),
    Column("drivers", "string", "Driven by", "The parts that contribute most, best first.", _OURS),
    Column("driven", "Float64", "Share driven", "How much of the similarity those parts make.", _OURS, "%"),
    Column("common", "Int64", "Co-authors in common", "People who wrote with both; a lower bound.", _OURS, "people"),
    Column("who", "string", "Who", "The co-authors in common.", _OURS),
    Column("term", "string", "Term", "A word of titles and abstracts.", "record"),
    Column("z", "Float64", "Telling", "Log-odds against the others, in standard errors.", _OURS, "z"),
    Column("log_odds", "Float64", "Log-odds", "Against the other authors.", _OURS),
    Column("uses", "Int64", "Uses", "How often the author's papers use it.", _OURS),
)
