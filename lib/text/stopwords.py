"""Words that say nothing about a paper's topic: those of English, and those of the prose that papers are written in."""

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

_PROSE = """
    able according account achieve achieved achieves achieving additionally address addresses addressed addressing
    advantage advantages aim aims allow allowing allows analyse analysed analyze analyzed applied apply applying
    approach approaches arbitrary article aspects associated assume available based baseline baselines better
    called capable case cases challenge challenges challenging common commonly compare compared comparing comparison
    competitive completely conduct conducted consider considered considering consists contribution
    contributions corresponding current currently data dataset datasets define defined demonstrate demonstrated
    demonstrates demonstrating denote depend depends derive derived describe described describes despite detail
    detailed develop developed developing different difficult directly discuss discussed easily effect effective
    effectively effectiveness efficiency efficient efficiently enable enables enabling especially establish evaluate
    evaluated evaluating evaluation example examples existing experiment experimental experimentally experiments
    explore explored extend extended extensive finally finding findings focus focuses following framework frameworks
    furthermore general generally given gives good great hand hence high higher highly idea important importantly
    improve improved improvement improvements improves improving include includes including increase increased
    increasing instead introduce introduced introduces introducing investigate investigated issue issues key kind
    known large largely lead leading leads leverage leverages leveraging like limitation limitations limited low
    lower main major make makes making manner means method methods model models moreover motivated multiple naturally
    need needed needs new notably novel number numerous obtain obtained obtaining offer offers often order outperform
    outperforming outperforms overall overcome paper papers particular particularly perform performance performed
    performing performs possible potential potentially practical practice present presented presents previous
    previously prior problem problems promising properties property propose proposed proposes proposing provide
    provided provides providing purpose range recent recently related rely require required requires requiring
    research respect respectively result resulting results reveal scheme section set sets setting settings shown
    shows significant significantly similar simple simultaneously small specific specifically strategy strategies
    study studied studies studying substantial substantially successfully suffer suggest superior survey task tasks
    technique techniques tested thereby therefore thus toward towards traditional typically unlike use used
    useful user uses using utilize utilized utilizes utilizing validate validated variety various version way ways
    well widely work works yield yields
    code codes github http https supplementary website www
    aren couldn didn doesn don hadn hasn haven isn ll ours shouldn theirs ve wasn weren won wouldn
    abstract conclusion et al eg ie show
"""
PROSE = frozenset(_PROSE.split())
_SUBJECTS = frozenset(  # stop words to scikit-learn, but papers are about them: few-shot learning, thin films, fire
    {"bill", "cry", "few", "fill", "fire", "interest", "mill", "mine", "move", "part", "system", "thick", "thin"}
)
STOP_WORDS = (ENGLISH_STOP_WORDS - _SUBJECTS) | PROSE
