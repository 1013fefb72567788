"""Names of people who do not exist: the n-th person of a made-up world, all of them called differently."""

from lib.synth.vocabulary import load_cultures

_LETTERS = "ABCDEFGHIJKLMNOPRSTUVWYZ"
_STRIDE = 1423  # has no factor in common with the number of name pairs, so that each pair comes up once a round
_PLAIN = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "ß": "ss", "ð": "d", "þ": "th", "Þ": "Th", "æ": "ae"}
ASCII = str.maketrans(_PLAIN)


def person_name(seed: int, number: int) -> str:
    """The name of person `number` (0…) in the world of this seed; no two numbers share a name.

    The first round through all pairs of given and family name has a middle initial now and then; later rounds have one
    or two everywhere, which keeps twenty thousand profiles apart.
    """
    cultures = load_cultures()
    wide = len(cultures[0].given)
    pairs = len(cultures) * wide * len(cultures[0].family)
    turn, step = divmod(number, pairs)
    pair = (step * _STRIDE + seed * 7919) % pairs
    culture = cultures[pair % len(cultures)]
    family = pair // len(cultures) // wide
    given = (pair // len(cultures) + 5 * family + 7 * (pair % len(cultures))) % wide
    return " ".join([culture.given[given], *_initials(turn, pair), culture.family[family]])


def _initials(turn: int, pair: int) -> list[str]:
    if turn == 0:
        return [f"{_LETTERS[pair % len(_LETTERS)]}."] if pair % 7 == 0 else []
    second, first = divmod(turn, len(_LETTERS))
    letters = [_LETTERS[(pair + first) % len(_LETTERS)]]
    return [f"{letter}." for letter in letters + ([_LETTERS[second % len(_LETTERS)]] if second else [])]
