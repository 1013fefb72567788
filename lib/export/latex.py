"""Text -> LaTeX that shows exactly the text, whatever stands in it: nothing in a title is ever run as a command.

Letters beyond ASCII stay as they are: Zotero, biber and LaTeX since 2018 read UTF-8. Braces become commands, because
BibTeX counts them even behind a backslash, and one too many would swallow the rest of the file.
"""

import re

_COMMANDS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        **{letter: f"\\{letter}" for letter in "&%$#_"},
    }
)


_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")  # Unicode's categories Cc and Cs


def escape(text: str) -> str:
    """The text as LaTeX, on one line, without control characters."""
    return " ".join(_words(text)).translate(_COMMANDS)


def escape_title(title: str) -> str:
    """The same with braces around words that styles must not put in small letters: "{BERT}", "{GANs}", "{iPhone}"."""
    return " ".join(_protected(word) for word in _words(title))


def _words(text: str) -> list[str]:
    return _INVISIBLE.sub(" ", text).split()


def _protected(word: str) -> str:
    """A capital letter that is not the word's first letter is there for a reason."""
    letters = [letter for part in word.split("-") for letter in "".join(filter(str.isalpha, part))[1:]]
    return f"{{{escape(word)}}}" if any(map(str.isupper, letters)) or _stands_alone(word) else escape(word)


def _stands_alone(word: str) -> bool:
    """Whether the word is one capital letter beside a digit or sign, as "3D" and "C++" are."""
    return sum(map(str.isupper, word)) == 1 and sum(map(str.isalpha, word)) == 1 and len(word.strip(".,:;!?()")) > 1
