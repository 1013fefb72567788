"""Columns of the tables about topics."""

from lib.schema.table import Column

_OURS = "computed by Oeuvre"

TOPICAL = (
    Column("topic", "Int64", "Topic", "1 is the largest; missing for a paper that shares no word with others.", _OURS),
    Column("stability", "Float64", "Stability", "How well it is found again when papers are left out.", _OURS, "0–1"),
    Column("unstable", "boolean", "Unstable", "The topic does not hold when papers are left out.", _OURS),
    Column("terms", "string", "Terms", "The words that set it apart, most telling first.", _OURS),
    Column("central", "string", "Most typical papers", "The papers closest to its centre.", _OURS),
    Column("weight", "Float64", "Weight", "Log-odds against the other topics, in standard errors.", _OURS, "z"),
    Column("k", "Int64", "Topics", "How many topics.", _OURS, "topics"),
    Column("spread", "Float64", "Spread", "Standard deviation of the stability over resamples.", _OURS),
    Column("silhouette", "Float64", "Silhouette", "How much closer papers are to their own topic.", _OURS, "-1–1"),
    Column("smallest_topic", "Int64", "Smallest topic", "Papers in it.", _OURS, "papers"),
    Column("verdict", "string", "Verdict", "Suggested, as good, or neither.", _OURS),
    Column("mean_score", "Float64", "Mean score", "Of those papers that have a score.", _OURS, "0–100"),
    Column("distance", "Float64", "Distance", "0 for a paper at its topic's centre.", _OURS, "1 − cosine"),
    Column("second", "string", "Second-best topic", "Where it would go next.", _OURS),
    Column("margin", "Float64", "Margin", "Lead over the second-best topic: below 0 its centre is nearer.", _OURS),
    Column("branch", "string", "Branch", "All papers, joined topics, a topic, or a part of one (3.1).", _OURS),
    Column("parent", "string", "Above", "The branch that this is a part of.", _OURS),
    Column("height", "Float64", "Height", "How unlike the topics are that are joined here.", _OURS, "1 − cosine"),
)
