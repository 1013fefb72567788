"""Which papers contain a text as it stands: what a filter means where no search index is at hand."""

from lib.corpus import Corpus


def find_papers(corpus: Corpus, text: str) -> set[str]:
    """The paper_ids whose title, abstract or authors contain the text, capital letters or not."""
    papers = corpus.papers
    columns = (papers["title"], papers["abstract"], corpus.all_names.reindex(papers["paper_id"]).reset_index(drop=True))
    found = [column.str.contains(text, case=False, regex=False).fillna(False) for column in columns]
    return set(papers.loc[found[0] | found[1] | found[2], "paper_id"])
