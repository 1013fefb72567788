"""Statistics for small samples: seven papers with three scores are the normal case, so every result carries its n.

What cannot be told is None with a reason in words, never NaN and never 0. In reading order: `interval` (medians,
means, shares), `ranks` (effect size and tests), `groups` (many groups at once), `shape` (steps, density, moving
average, and from how many values each may be drawn), `terms` (what sets groups of papers apart), `mixes` (how alike
two mixes are).
"""

from lib.statistics.groups import Comparison, GroupComparison, GroupSummary, Verdict, compare_groups, summarise
from lib.statistics.interval import (
    LEVEL,
    MINIMUM_FOR_BOOTSTRAP,
    Interval,
    mean_interval,
    median_interval,
    minimum_for_quantile,
    quantile_interval,
    share_interval,
)
from lib.statistics.mixes import compare_mixes
from lib.statistics.ranks import (
    MINIMUM_FOR_TEST,
    RankTest,
    cliffs_delta,
    holm,
    name_magnitude,
    rank_correlation,
    rank_test,
    rank_test_of_many,
)
from lib.statistics.shape import (
    MINIMUM_FOR_BOX,
    MINIMUM_FOR_DENSITY,
    MINIMUM_FOR_HISTOGRAM,
    MINIMUM_FOR_STEPS,
    Smoothed,
    density,
    ecdf,
    may_draw_box,
    may_draw_density,
    moving_average,
)
from lib.statistics.terms import PRIOR_PAPERS, distinctive_terms

__all__ = [
    "LEVEL",
    "MINIMUM_FOR_BOOTSTRAP",
    "MINIMUM_FOR_BOX",
    "MINIMUM_FOR_DENSITY",
    "MINIMUM_FOR_HISTOGRAM",
    "MINIMUM_FOR_STEPS",
    "MINIMUM_FOR_TEST",
    "PRIOR_PAPERS",
    "Comparison",
    "GroupComparison",
    "GroupSummary",
    "Interval",
    "RankTest",
    "Smoothed",
    "Verdict",
    "cliffs_delta",
    "compare_groups",
    "compare_mixes",
    "density",
    "distinctive_terms",
    "ecdf",
    "holm",
    "may_draw_box",
    "may_draw_density",
    "mean_interval",
    "median_interval",
    "minimum_for_quantile",
    "moving_average",
    "name_magnitude",
    "quantile_interval",
    "rank_correlation",
    "rank_test",
    "rank_test_of_many",
    "share_interval",
    "summarise",
]
