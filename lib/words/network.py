"""Who writes with whom, in sentences."""

import pandas as pd

from lib.network import Network, Path
from lib.words.phrases import count


def graph(people: pd.DataFrame, network: Network) -> str:
    """How many people, who is most connected, how many communities, what was left out and why all are lower bounds."""
    if people.empty:
        return "No author is left in view."
    number = f"{len(people):,} people" if len(people) != 1 else "One person"
    words = [f"{number} on {count(network.papers)}."]
    first = people.iloc[0]
    if len(people) > 1 and first["partners"]:
        words.append(
            f"{first['name']} has the most co-authors, {first['partners']:,}, on {count(int(first['papers']))}."
        )
    groups = people["community"].nunique()
    if groups > 1:
        colours = "colours" if groups <= 7 else "colours; the smaller ones share grey"
        words.append(
            f"They fall into {groups} communities ({colours}), who write more among themselves than with others."
        )
    if network.left_out:
        words.append("Left out: " + "; ".join(network.left_out) + ".")
    return " ".join([*words, "Squares are captured profiles.", network.caution()])


def ties(table: pd.DataFrame) -> str:
    """Who wrote most together, and how many pairs there are."""
    if table.empty:
        return "No two people in view wrote a paper together."
    best = table[table["papers"] == table["papers"].max()]
    pairs = [f"{one} and {other}" for one, other in zip(best["first"], best["second"], strict=True)]
    most = int(best["papers"].iloc[0])
    if len(pairs) > 3:
        return f"{count(len(table), 'pair')}; {len(pairs)} of them share the most, {count(most)} together."
    each = " each" if len(pairs) > 1 else ""
    return f"{count(len(table), 'pair')}; {', '.join(pairs)} wrote most together: {count(most)}{each}."


def path(table: pd.DataFrame, found: Path, network: Network) -> str:
    """How long the chain is and through whom it goes."""
    if table.empty:
        return (
            f"{found.reason[:1].upper()}{found.reason[1:]}; “et al.” may hide one."
            if found.reason
            else "The same person."
        )
    names = [str(network.names[person]) for person in found.people]
    through = f" through {', '.join(names[1:-1])}" if len(names) > 2 else ""
    steps = count(found.length or 0, "step")
    return f"{names[0]} and {names[-1]} are {steps} apart{through}. A shorter chain may be hidden behind “et al.”."
