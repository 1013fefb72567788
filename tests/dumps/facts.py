"""Random facts for property tests: headers, papers and pages as the site might show them."""

from datetime import date
from string import ascii_lowercase

from hypothesis import strategies as st

from lib.dumps import Header, Layout, Record, Span
from lib.dumps.categories import KNOWN

NOWHERE = Span(0, 0)
CAPTURED = date(2026, 6, 30)

_word = st.text(ascii_lowercase + "äéñšø", min_size=2, max_size=9)
_Word = _word.map(str.capitalize)
_acronym = st.sampled_from(["LoRA", "GAN", "I2I", "3D", "PyTorch", "q-bio", "$k$", "4.24\\%", "\\textit{x}", "“so”"])
_end = st.sampled_from(["", "?", ".", ")", "'s", " 2", " 3D", "-Net"])
titles = st.builds(
    lambda first, rest, end: " ".join([first, *rest]) + end,
    _Word,
    st.lists(st.one_of(_word, _Word, _acronym), min_size=1, max_size=5),
    _end,
)
given_names = st.one_of(_Word, st.sampled_from(["J.", "A. B.", "Mary-Jane", "Jean-Luc", "Éamon", "De"]))
family_names = st.one_of(_Word, st.sampled_from(["van der Maaten", "O'Brien", "D'Amico", "McDonald", "LeCun", "Li"]))
names = st.builds(lambda given, family: f"{given} {family}", given_names, family_names)
sentences = st.builds(lambda words: " ".join(words).capitalize() + ".", st.lists(_word, min_size=3, max_size=12))
abstracts = st.lists(st.lists(sentences, min_size=1, max_size=3).map(" ".join), max_size=3).map("\n".join)
days = st.dates(date(1992, 1, 1), date(2025, 12, 31))
scores = st.none() | st.integers(0, 1000).map(lambda tenths: tenths / 10)


@st.composite
def records(draw: st.DrawFn) -> Record:
    authors = draw(st.lists(names, min_size=1, max_size=3))
    bare = draw(st.booleans())
    return Record(
        lines=NOWHERE,
        layout="spaced",
        title=draw(titles),
        authors=tuple(authors),
        more_authors=len(authors) == 3 and draw(st.booleans()),
        category=draw(st.sampled_from(sorted(KNOWN))),
        date=draw(st.dates(date(2026, 1, 1), CAPTURED)) if bare else draw(days),
        year_shown=not bare,
        score=draw(scores),
        badges=draw(st.sampled_from([(), ("Code",), ("Code", "Dataset")])),
        abstract=draw(abstracts),
    )


counts = st.none() | st.integers(0, 10**6)
headers = st.none() | st.builds(
    Header,
    lines=st.just(NOWHERE),
    name=names,
    field=st.none() | st.sampled_from(sorted(KNOWN)),
    h_index=st.integers(0, 300),
    paper_count=counts,
    citations=counts,
    novelty=st.none() | st.integers(0, 100),
    ai_score=st.none() | st.integers(0, 100),
    listed=counts,
)
layouts: st.SearchStrategy[Layout] = st.sampled_from(["compact", "spaced"])
pages = st.tuples(headers, st.lists(records(), min_size=1, max_size=5), layouts)
