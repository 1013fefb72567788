"""The tables of a co-author network: people, the ties between them, and the papers that each tie is made of."""

from lib.schema.table import Column, Table

_OURS = "computed by Oeuvre"

PEOPLE = Table(
    "people",
    "a person who wrote a paper",
    (
        Column("person_id", "string", "Person", "The profile, or the name as it is compared.", _OURS, required=True),
        Column("name", "string", "Name", "The profile's name, or the name's commonest spelling.", "record"),
        Column("profile_id", "string", "Profile", "The person's captured page; missing when there is none.", _OURS),
        Column("papers", "Int64", "Papers", "Papers that show this person.", _OURS, "papers", required=True),
        Column("partners", "Int64", "Co-authors", "People written with (degree).", _OURS, "people", required=True),
        Column(
            "joint_papers",
            "Int64",
            "Papers together",
            "Papers with each co-author, added up over them (strength).",
            _OURS,
            "papers",
            required=True,
        ),
    ),
    ("person_id",),
)

TIES = Table(
    "ties",
    "two people who wrote together",
    (
        Column("first", "string", "Person", "The person whose id comes first.", _OURS, required=True),
        Column("second", "string", "Person", "The other one.", _OURS, required=True),
        Column("papers", "Int64", "Papers together", "Papers that show both.", _OURS, "papers", required=True),
        Column(
            "fractional",
            "Float64",
            "Papers together, fractional",
            "Each paper counts 1/(n - 1), n being the people it shows, so that long author lists weigh no more.",
            _OURS,
            "papers",
            required=True,
        ),
    ),
    ("first", "second"),
)

JOINT = Table(
    "joint",
    "a paper that two people wrote together",
    (*TIES.columns[:2], Column("paper_id", "string", "Paper", "Which paper.", _OURS, required=True)),
    ("first", "second", "paper_id"),
)
