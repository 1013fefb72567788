"""One profile over time, in sentences."""

import pandas as pd

from lib.words.phrases import count, name_day

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def between(header: pd.DataFrame, papers: pd.DataFrame, days: tuple[pd.Timestamp, pd.Timestamp]) -> str:
    """What changed between two captures: figures, papers, scores and badges, in one sentence."""
    parts = [*_figures(header), *_papers(papers), *_scores(papers), *_badges(papers)]
    since = f"From {name_day(days[0])} to {name_day(days[1])}"
    if not parts:
        return f"{since}: nothing changed; {count(len(papers))} as before."
    return f"{since}: {', '.join(parts)}."


def _figures(header: pd.DataFrame) -> list[str]:
    moved = header[header["moved"].fillna(0) != 0]
    return [
        f"{_inside(row['figure'])} {row['before']:,.0f} → {row['after']:,.0f}"
        for _, row in moved[moved["figure"] != "Papers read"].iterrows()
    ]


def _inside(label: str) -> str:
    """A label within a sentence: "Citations" in lower case, "AI Score" as it is."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _papers(papers: pd.DataFrame) -> list[str]:
    new, gone = (int((papers["change"] == change).sum()) for change in ("new", "gone"))
    found = [f"{spelled(new)} new {'paper' if new == 1 else 'papers'}"] if new else []
    return [*found, *([f"{spelled(gone)} {'paper' if gone == 1 else 'papers'} gone"] if gone else [])]


def _scores(papers: pd.DataFrame) -> list[str]:
    moved = papers[papers["moved"].fillna(0) != 0]
    if moved.empty:
        return []
    row = moved.loc[moved["moved"].abs().sort_values(ascending=False, kind="stable").index[0]]
    how = "rose" if row["moved"] > 0 else "fell"
    most = f"the score of “{row['title']}” {how} from {row['score_before']:.1f} to {row['score_after']:.1f}"
    others = len(moved) - 1
    return [most + (f" and {spelled(others)} {'other' if others == 1 else 'others'} moved" if others else "")]


def _badges(papers: pd.DataFrame) -> list[str]:
    gained, lost = papers["badges_gained"].dropna(), papers["badges_lost"].dropna()
    words = [f"{_named(gained)} gained by {spelled(len(gained))} {_paper(len(gained))}"] if len(gained) else []
    return [*words, *([f"{_named(lost)} lost by {spelled(len(lost))} {_paper(len(lost))}"] if len(lost) else [])]


def _named(badges: "pd.Series[str]") -> str:
    names = sorted({name for several in badges for name in several.split(", ")})
    return f"the badge {names[0]}" if len(names) == 1 else f"the badges {', '.join(names)}"


def _paper(number: int) -> str:
    return "paper" if number == 1 else "papers"


def spelled(number: int) -> str:
    """A number as a sentence has it: "three", "12"."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def history(table: pd.DataFrame) -> str:
    """How many captures show figures, and where they come from."""
    captures = table["dump_id"].nunique()
    claimed = table[table["figure"] != "Papers read"]["figure"].unique()
    said = f"{', '.join(claimed)}: as the header claims on the day" if len(claimed) else "No capture shows a header"
    return f"{count(captures, 'capture')}. {said}; papers read are counted in the dump. Each line has its own scale."


def scores(table: pd.DataFrame) -> str:
    """How many scores rose, fell and stayed."""
    if table.empty:
        return "No paper shows a score in both captures. That is unknown, not unchanged."
    rose, fell = int((table["moved"] > 0).sum()), int((table["moved"] < 0).sum())
    stayed = len(table) - rose - fell
    return f"Of {count(len(table))} with a score in both captures, {rose} rose, {fell} fell and {stayed} stayed."


def header(table: pd.DataFrame) -> str:
    """How many of the figures moved."""
    if table.empty:
        return "Neither capture shows a header."
    moved = int((table["moved"].fillna(0) != 0).sum())
    return f"{moved} of {count(len(table), 'figure')} moved. A figure that one of the captures lacks is unknown there."


def papers(table: pd.DataFrame) -> str:
    """How many papers are new, gone, and in both."""
    counts = table["change"].value_counts()
    both = int(counts.get("in both", 0))
    return (
        f"{count(int(counts.get('new', 0)), 'new paper')}, {int(counts.get('gone', 0))} gone, {both} in both captures. "
        "A paper that is gone may still exist: the page no longer lists it."
    )
