"""Words that name no topic: those of English, and those of the prose that papers are written in.

There are two kinds, because they are not alike: `FILLERS` say nothing whatever about a paper. `GENERIC` words cannot
name a topic, but which of them a paper uses ("data", "task", "experiments") hints at its kind: clustering without them
loses 0.01 to 0.02 NMI (tests/bench/topics.py has the papers), labels with them are empty.
"""

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

_SUBJECTS = frozenset(  # stop words to scikit-learn, but papers are about them: few-shot learning, thin films, fire
    {"bill", "cry", "few", "fill", "fire", "interest", "mill", "mine", "move", "part", "system", "thick", "thin"}
)
_NARRATION = """
    additionally al aren based couldn demonstrate demonstrated demonstrates demonstrating did didn does doesn
    doing don eg et existing finally furthermore hadn hasn haven having ie introduce introduced introduces
    introducing isn just ll new novel ours paper papers present presented presents propose proposed proposes
    proposing recent recently shouldn show showing shown shows specifically theirs use used uses using utilize
    utilized utilizes utilizing ve wasn weren won wouldn
"""
_GENERIC = """
    able abstract according account accurate accurately achieve achieved achieves achieving added adding
    additional address addressed addresses addressing advantage advantages aim aims allow allowing allows
    analyse analysed analyze analyzed applied apply applying approach approaches arbitrary article aspects
    associated assume automatic automatically available baseline baselines best better called capable case cases
    certain challenge challenges challenging code codes common commonly compare compared comparing comparison
    competitive completely comprehensive conclusion conduct conducted consider considered considering consists
    contrast contribution contributions corresponding current currently data dataset datasets define defined
    denote depend depends derive derived describe described describes desirable desired despite detail detailed
    develop developed developing different difficult directly discuss discussed dubbed easily effect effective
    effectively effectiveness efficiency efficient efficiently empirical empirically employ employed employing
    employs enable enables enabling especially establish evaluate evaluated evaluating evaluation example
    examples experiment experimental experimentally experiments explore explored extend extended extensive fact
    finding findings focus focuses following formulate formulated framework frameworks general generally github
    given gives good great hand hence high higher highly http https idea important importantly improve improved
    improvement improvements improves improving include includes including increase increased increasing initial
    instead investigate investigated involve involves involving issue issues key kind known large largely lead
    leading leads learn learned learns leverage leverages leveraging like limitation limitations limited low
    lower main major make makes making manner means method methods model models moreover motivated multiple
    naturally need needed needs notably number numerous obtain obtained obtaining offer offers often order
    outperform outperforming outperforms overall overcome particular particularly perform performance performed
    performing performs possible potential potentially practical practice previous previously prior problem
    problems promising properties property provide provided provides providing purpose range related relevant
    rely remain remains require required requires requiring research respect respective respectively result
    resulting results reveal scheme section seen set sets setting settings significant significantly similar
    simple simultaneously small specific strategies strategy studied studies study studying substantial
    substantially successfully suffer suggest superior supplementary survey task tasks technique techniques term
    termed terms tested thereby therefore thorough thoroughly thus toward towards traditional true typically
    unlike useful user usually validate validated variety various version way ways website well widely work
    works www yield yields
"""
FILLERS = (ENGLISH_STOP_WORDS - _SUBJECTS) | frozenset(_NARRATION.split())
GENERIC = frozenset(_GENERIC.split())
STOP_WORDS = FILLERS | GENERIC
HEADS = frozenset({"data", "model", "models", "problem", "problems", "task", "tasks"})  # of phrases: language models
