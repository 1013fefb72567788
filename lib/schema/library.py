"""The tables of a library: what one row is, and what each column means."""

from lib.schema.table import Column, Table

_HEADER = "header of the dump"
_BADGE = "badge line of the record"
_OURS = "computed by Oeuvre"

_FIGURES = (
    Column(
        "h_index",
        "Int64",
        "h-index",
        "Largest h such that h papers have h citations each, as the site claims.",
        _HEADER,
    ),
    Column(
        "paper_count", "Int64", "Papers claimed", "How many papers the site says the author has.", _HEADER, "papers"
    ),
    Column(
        "citations", "Int64", "Citations", "How often the papers were cited, as the site claims.", _HEADER, "citations"
    ),
    Column("novelty", "Int64", "Novelty", "The site's figure of this name; it nowhere defines it.", _HEADER, "%"),
    Column("ai_score", "Int64", "AI Score", "The site's figure of this name; it nowhere defines it.", _HEADER, "0–100"),
)

PROFILES = Table(
    "profiles",
    "an author whose page was captured",
    (
        Column("profile_id", "string", "Profile", "Names the author in links.", _OURS, required=True),
        Column("name", "string", "Author", "Whose page it is; missing where nothing says so.", "header, or inferred"),
        Column("field", "string", "Field", "The category beneath the name.", _HEADER),
        *_FIGURES,
        Column("captured", "datetime64[s]", "Captured", "Day of the newest capture.", "asked at import", required=True),
        Column(
            "header_captured",
            "datetime64[s]",
            "Figures of",
            "Day of the newest capture that shows a header: h-index and the like are of this day; missing without one.",
            "asked at import",
        ),
        Column(
            "owner_confidence",
            "string",
            "How sure",
            "How the author was found: header, reader, proven, likely or unknown.",
            _OURS,
            required=True,
        ),
        Column("owner_reason", "string", "Why", "The reason in words.", _OURS, required=True),
    ),
    ("profile_id",),
)

CAPTURES = Table(
    "captures",
    "one dump of one profile",
    (
        Column("dump_id", "string", "Dump", "Hash of the dump's text.", _OURS, required=True),
        Column("profile_id", "string", "Profile", "Whose page it is.", _OURS, required=True),
        Column(
            "captured",
            "datetime64[s]",
            "Captured",
            "Day on which the page was copied.",
            "asked at import",
            required=True,
        ),
        Column("name", "string", "Author", "The name as this dump has it.", "header, or inferred"),
        Column("field", "string", "Field", "The category beneath the name.", _HEADER),
        *_FIGURES,
        Column("file", "string", "File", "The file's name when it came in.", "asked at import", required=True),
        Column("layout", "string", "Layout", "compact or spaced.", _OURS, required=True),
        Column("papers_read", "Int64", "Papers read", "Records counted in this dump.", _OURS, "papers", required=True),
        Column(
            "owner_confidence", "string", "How sure", "How the author of this dump was found.", _OURS, required=True
        ),
        Column("owner_reason", "string", "Why", "The reason in words.", _OURS, required=True),
        Column("year", "Int64", "Year of year-less dates", "Which year the dates without one belong to.", _OURS),
        Column("year_reason", "string", "Why this year", "The reason in words.", _OURS, required=True),
    ),
    ("dump_id",),
)

PAPERS = Table(
    "papers",
    "a distinct paper",
    (
        Column("paper_id", "string", "Paper", "Names the paper in links.", _OURS, required=True),
        Column("title", "string", "Title", "As the newest capture shows it.", "record", required=True),
        Column(
            "abstract", "string", "Abstract", "As the newest capture shows it; missing where there is none.", "record"
        ),
        Column("category", "string", "Category", "The arXiv code as shown, often without its archive.", _BADGE),
        Column("date", "datetime64[s]", "Date", "Day of the paper.", _BADGE),
        Column(
            "year_inferred",
            "boolean",
            "Year inferred",
            "The dump shows no year; it was inferred.",
            _OURS,
            required=True,
        ),
        Column(
            "score",
            "Float64",
            "Score",
            "The number before the category, as the site shows it, in the newest capture; missing is unknown, never 0.",
            _BADGE,
            "0–100",
        ),
        Column("has_code", "boolean", "Code", "Some capture shows the badge Code.", _BADGE, required=True),
        Column("badges", "string", "Badges", "All badges of all captures, separated by commas.", _BADGE, required=True),
        Column(
            "authors_complete",
            "boolean",
            "All authors shown",
            "No author is hidden behind “et al.”.",
            "record",
            required=True,
        ),
    ),
    ("paper_id",),
)

AUTHORSHIPS = Table(
    "authorships",
    "an author of a paper",
    (
        Column("paper_id", "string", "Paper", "Which paper.", _OURS, required=True),
        Column("name", "string", "Author", "The name as shown.", "record", required=True),
        Column(
            "position", "Int64", "Position", "1 for the first author; missing when hidden behind “et al.”.", "record"
        ),
        Column("profile_id", "string", "Profile", "The author's captured page; missing when there is none.", _OURS),
    ),
    # Two authors of one paper may have the same name.
    ("paper_id", "name", "position", "profile_id"),
)

OBSERVATIONS = Table(
    "observations",
    "a paper in a dump",
    (
        Column("paper_id", "string", "Paper", "Which paper.", _OURS, required=True),
        Column("dump_id", "string", "Dump", "Which dump.", _OURS, required=True),
        Column("position", "Int64", "Rank", "1 for the first record: the site's own order.", "dump", required=True),
        Column("date", "datetime64[s]", "Date", "As this dump has it.", _BADGE),
        Column("score", "Float64", "Score", "As the site showed it on the day of capture.", _BADGE, "0–100"),
        Column("badges", "string", "Badges", "Separated by commas.", _BADGE, required=True),
        Column(
            "first_line", "Int64", "First line", "Of the record in the dump, counted from 1.", "dump", required=True
        ),
        Column("last_line", "Int64", "Last line", "Of the record in the dump.", "dump", required=True),
        Column(
            "doubtful", "boolean", "Doubtful", "The split of title and authors is not certain.", _OURS, required=True
        ),
    ),
    ("dump_id", "position"),
)

PROBLEMS = Table(
    "problems",
    "something in a dump that was not read, or only noted",
    (
        Column("dump_id", "string", "Dump", "Which dump.", _OURS, required=True),
        Column("file", "string", "File", "The file's name when it came in.", "dump", required=True),
        Column("line", "Int64", "Line", "Counted from 1.", "dump", required=True),
        Column("found", "string", "Found", "What stands there.", "dump", required=True),
        Column("expected", "string", "Expected", "What would have been understood.", _OURS, required=True),
        Column(
            "severity",
            "string",
            "Kind",
            "problem: not read or uncertain. note: read, and worth knowing.",
            _OURS,
            required=True,
        ),
    ),
)

MERGES = Table(
    "merges",
    "two things that were taken for one, or are suspected to be",
    (
        Column("kind", "string", "Kind", "paper or author.", _OURS, required=True),
        Column("kept", "string", "Kept", "The paper_id or profile_id that stands for both.", _OURS, required=True),
        Column(
            "other", "string", "Other", "What was folded into it: the id it has when kept apart.", _OURS, required=True
        ),
        Column("dump_id", "string", "Dump", "Where the other one stands.", _OURS),
        Column("reason", "string", "Reason", "The evidence in words.", _OURS, required=True),
        Column(
            "state",
            "string",
            "State",
            "merged (by rule or by a reader) or suspected (kept apart until a reader decides).",
            _OURS,
            required=True,
        ),
    ),
)

TABLES = (PROFILES, CAPTURES, PAPERS, AUTHORSHIPS, OBSERVATIONS, PROBLEMS, MERGES)
