"""Authorships -> Network: who is one person, and which papers tie two of them.

A person is a captured profile or, without one, a name as it is compared. Homonyms without profiles are one person here:
nothing in a dump tells them apart.
"""

import pandas as pd

from lib.corpus.keys import name_key
from lib.network.model import JOINT, PEOPLE, TIES, Network


def read_network(authorships: pd.DataFrame, papers: pd.DataFrame) -> Network:
    """The network of all people in `authorships` whose paper is in `papers` (needs `paper_id`, `authors_complete`)."""
    shown = authorships.merge(papers[["paper_id"]], on="paper_id")  # a fifth of the time of isin
    writers = identify_people(shown)
    joint = _pair_up(writers)
    ties = _weigh(joint, writers)
    people = _count_people(writers, ties)
    hiding = int((~papers["authors_complete"].fillna(True)).sum())
    return Network(people, ties, joint, len(papers), hiding)


def identify_people(authorships: pd.DataFrame) -> pd.DataFrame:
    """One row for each person of each paper: `paper_id`, `person_id`, `name`, `profile_id`.

    A name that on some papers has a profile and on others none stays two people: which one is meant is not known.
    """
    number, names = pd.factorize(authorships["name"])
    keys = pd.Series(["name:" + name_key(name) for name in names], dtype="string")
    person = authorships["profile_id"].fillna(keys.take(number).set_axis(authorships.index))
    writers = authorships[["paper_id", "name", "profile_id"]].assign(person_id=person.astype("string"))
    writers = writers.sort_values(["paper_id", "person_id", "name"])
    return writers.drop_duplicates(["paper_id", "person_id"]).reset_index(drop=True)


def _pair_up(writers: pd.DataFrame) -> pd.DataFrame:
    column = writers[["paper_id", "person_id"]]
    pairs = column.merge(column, on="paper_id", suffixes=("", "_other"))
    pairs = pairs[pairs["person_id"] < pairs["person_id_other"]]
    joint = pairs.rename(columns={"person_id": "first", "person_id_other": "second"})[JOINT.names]
    return JOINT.check(joint.sort_values(JOINT.names, ignore_index=True))


def _weigh(joint: pd.DataFrame, writers: pd.DataFrame) -> pd.DataFrame:
    """Ties with the number of papers, whole and fractional (Newman 2001, Physical Review E 64, 016132, equation 2)."""
    shown = joint["paper_id"].map(writers["paper_id"].value_counts())
    weights = joint.assign(fractional=(1 / (shown.astype("Float64") - 1)).astype("Float64"))
    grouped = weights.groupby(["first", "second"], sort=True)
    ties = grouped.agg(papers=("paper_id", "size"), fractional=("fractional", "sum")).reset_index()
    return TIES.check(ties.astype({column.name: column.dtype for column in TIES.columns}))


def _count_people(writers: pd.DataFrame, ties: pd.DataFrame) -> pd.DataFrame:
    ranked = (
        writers.value_counts(["person_id", "name"])
        .reset_index()
        .sort_values(["person_id", "count", "name"], ascending=[True, False, True])
    )
    names = ranked.drop_duplicates("person_id").set_index("person_id")["name"]
    grouped = writers.groupby("person_id", sort=True)
    people = grouped.agg(profile_id=("profile_id", "first"), papers=("paper_id", "size"))
    return count_ties(people.join(names).reset_index(), ties)


def count_ties(people: pd.DataFrame, ties: pd.DataFrame) -> pd.DataFrame:
    """The people, with their number of co-authors and of papers together as these ties have them."""
    ends = pd.concat(
        [
            ties[["first", "papers"]].set_axis(["person_id", "papers"], axis=1),
            ties[["second", "papers"]].set_axis(["person_id", "papers"], axis=1),
        ]
    )
    counted = ends.groupby("person_id")["papers"].agg(["size", "sum"])
    totals = {
        "partners": people["person_id"].map(counted["size"]),
        "joint_papers": people["person_id"].map(counted["sum"]),
    }
    counts = people.assign(**{name: total.fillna(0) for name, total in totals.items()})
    return PEOPLE.check(counts[PEOPLE.names].astype({column.name: column.dtype for column in PEOPLE.columns}))
