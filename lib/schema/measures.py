"""Columns of what statistics say: intervals, effect sizes and tests, by the names that all pages share."""

from lib.schema.table import Column

_OURS = "computed by Oeuvre"

MEASURES = (
    Column("median", "Float64", "Median", "Half of the values lie below, half above.", _OURS),
    Column("low", "Float64", "Lower end", "Of the 95% interval; missing where too few values bound it.", _OURS),
    Column("high", "Float64", "Upper end", "Of the 95% interval; missing where too few values bound it.", _OURS),
    Column("lower_quartile", "Float64", "Lower quartile", "A quarter of the values lie below.", _OURS),
    Column("upper_quartile", "Float64", "Upper quartile", "A quarter of the values lie above.", _OURS),
    Column("smallest", "Float64", "Smallest", "The smallest value.", _OURS),
    Column("largest", "Float64", "Largest", "The largest value.", _OURS),
    Column("method", "string", "How", "How the interval or the test was made, or why there is none.", _OURS),
    Column("drawn_as", "string", "Drawn as", "points, box or violin: what the number of values allows.", _OURS),
    Column("up_to", "Int64", "Papers up to it", "Papers with this score or a lower one.", _OURS, "papers"),
    Column("share_up_to", "Float64", "Share up to it", "Of the group's papers with a score.", _OURS, "%"),
    Column("from_score", "Float64", "From", "Lower end of the bin, included.", _OURS, "0–100"),
    Column("to_score", "Float64", "To", "Upper end of the bin; included in the last one.", _OURS, "0–100"),
    Column("smooth", "Float64", "Density", "Papers that a smooth density expects in the bin.", _OURS, "papers"),
    Column("density", "Float64", "Density", "Share of the group's scored papers per point of score.", _OURS),
    Column("without", "Int64", "Without score", "Papers whose newest capture shows none.", _OURS, "papers"),
    Column("share_scored", "Float64", "Share with score", "Of the group's papers.", _OURS, "%"),
    Column("one", "string", "Group", "The first of the two that are compared.", _OURS),
    Column("other", "string", "Compared with", "The second of the two.", _OURS),
    Column("n_one", "Int64", "n of the first", "Scored papers of the first, without those of both.", _OURS, "papers"),
    Column(
        "n_other", "Int64", "n of the second", "Scored papers of the second, without those of both.", _OURS, "papers"
    ),
    Column("delta", "Float64", "Cliff's delta", "How much oftener the first is higher than lower.", _OURS, "-1 to 1"),
    Column("magnitude", "string", "Size", "The usual word for the delta (Romano et al. 2006).", _OURS),
    Column("p", "Float64", "p", "Of the rank-sum test of the two.", _OURS),
    Column("p_adjusted", "Float64", "p, all pairs", "Corrected by Holm for all pairs that were tested.", _OURS),
    Column("verdict", "string", "What may be said", "At the level of 5 %, all pairs taken together.", _OURS),
    Column("place", "Int64", "Place", "1 for the highest of the library; equals share a place.", _OURS),
    Column("profiles", "Int64", "Profiles", "How many profiles show this figure.", _OURS, "profiles"),
    Column("chosen", "boolean", "Chosen", "The reader chose this author.", _OURS),
)
