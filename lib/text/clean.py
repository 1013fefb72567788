"""Takes out of a title or an abstract what is not prose: formulas, LaTeX commands, addresses, mark-up.

Nothing here is shown to a reader; the result is only counted. A rule runs only on texts that hold one of its signs,
because most abstracts hold none.
"""

import html
import re
import unicodedata

# Pandoc's rule for dollars (tex_math_dollars): no space inside them and no digit behind, so that "$5 and $10" stay.
_FORMULAS = re.compile(
    r"\$\$.+?\$\$|(?<!\\)\$(?=\S)[^$]{0,400}?(?<=[^\s\\])\$(?!\d)|\\\(.+?\\\)|\\\[.+?\\\]"
    r"|\\begin\{(equation|align|eqnarray|gather|multline)\*?\}.*?\\end\{\1\*?\}",
    re.DOTALL,
)
_POINTERS = re.compile(r"\\(?:cite\w*|ref|eqref|cref|label|url|href|footnotemark)\*?(?:\[[^\]]*\])*\{[^}]*\}")
_ACCENTS = re.compile(r"""\\(?:([`'^"~=.])\s*|([cvuH])(?=\s*\{|\s)\s*)\{?\\?([A-Za-z])\}?""")
_MARKS = dict(zip("`'^\"~=.cvuH", "\u0300\u0301\u0302\u0308\u0303\u0304\u0307\u0327\u030c\u0306\u030b", strict=True))
_COMMANDS = re.compile(r"\\(?:[A-Za-z]+\*?|.)")
_ADDRESSES = (
    (("://",), re.compile(r"\b[a-z]+://\S+", re.IGNORECASE)),
    (("www.",), re.compile(r"\bwww\.\S+", re.IGNORECASE)),
    (("@",), re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    (("iv:", "IV:"), re.compile(r"\barxiv:\s*(?:[a-z.-]+/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?", re.IGNORECASE)),
    (("10.",), re.compile(r"\b(?:doi:\s*|doi\.org/)?10\.\d{4,9}/\S+", re.IGNORECASE)),
    (
        (".com", ".org", ".net", ".edu", ".gov", ".io"),
        re.compile(r"\b(?:[\w-]+\.)+(?:com|org|net|edu|gov|io)\b(?:/\S*)?", re.IGNORECASE),
    ),
)
_GLYPHS = re.compile(r"\(cid:\d+\)")  # what a PDF reader puts for a character that it cannot read
_TAGS = re.compile(r"</?[A-Za-z][\w:-]*\s*/?>")
_HYPHENATION = re.compile(r"(?<=[a-z])[-\u00ad] (?!and\b|or\b|to\b|versus\b|nor\b)(?=[a-z])")
_STATE_OF_THE_ART = re.compile(
    r"\bstate[- ]of[- ]the[- ]art\b", re.IGNORECASE
)  # else it would make "state" a stop word
_UNSPACED_RUN = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f]+")


def clean(text: str) -> str:
    """The prose of `text`, its case kept; scripts without spaces become overlapping pairs of characters."""
    if "&" in text:
        text = html.unescape(text)
    if "(cid:" in text:
        text = _GLYPHS.sub("", text)
    if "<" in text:
        text = _TAGS.sub(" ", text)
    for signs, address in _ADDRESSES:
        if any(sign in text for sign in signs):
            text = address.sub(" . ", text)
    if "the-art" in text or "the art" in text:
        text = _STATE_OF_THE_ART.sub(" . ", text)
    if "$" in text or "\\" in text:
        text = _without_latex(text)
    if "- " in text or "\u00ad " in text:
        text = _HYPHENATION.sub("", text)
    return text if text.isascii() else _pair_characters(unicodedata.normalize("NFKC", text))


def _without_latex(text: str) -> str:
    """Formulas and references go whole; of other commands only the name goes: what they emphasise is prose."""
    text = _POINTERS.sub(" ", _FORMULAS.sub(" . ", text))
    text = _ACCENTS.sub(lambda found: found[3] + _MARKS[found[1] or found[2]], text)
    return unicodedata.normalize("NFC", _COMMANDS.sub(" ", text)).replace("{", "").replace("}", "")


def _pair_characters(text: str) -> str:
    """Chinese, Japanese and Thai put no spaces between words: pairs of characters stand in for words there."""
    return _UNSPACED_RUN.sub(lambda run: f" {' '.join(_pairs(run[0]))} ", text)


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(max(len(run) - 1, 1))]
