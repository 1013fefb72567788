"""Papers about bread, sailing and bees: anyone can say which is which."""

import pandas as pd

_STEPS = (0, 1, 3, 4, 7)


def _field(vocabulary: str) -> list[str]:
    """As many papers as words, each with five of them, none more alike than another."""
    words = vocabulary.split()
    return [", ".join(words[(at + step) % len(words)] for step in _STEPS) for at in range(len(words))]


BREAD = _field("dough flour yeast oven crust sourdough wheat rye loaf kneading baking leaven")
SAILING = _field("sailing wind mast harbour jib keel rudder anchor hull yacht spinnaker tide")
BEES = _field("bees honey hive pollen queen nectar swarm comb drone apiary beekeeper brood")


def papers_of(*texts: str) -> pd.DataFrame:
    """A frame of papers without titles; the ids follow the texts."""
    rows = [{"paper_id": f"p{at:02}", "title": "", "abstract": text} for at, text in enumerate(texts)]
    return pd.DataFrame(rows, columns=["paper_id", "title", "abstract"], dtype="string")


def three_fields() -> pd.DataFrame:
    """Twelve papers of each field."""
    return papers_of(*BREAD, *SAILING, *BEES)
