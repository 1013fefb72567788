"""How much each sign counts: additive log-odds between the hypotheses of one line.

The probability of a hypothesis is proportional to exp(sum of its signs' weights), a conditional logit (McFadden, 1974).
The weights were first set by hand and then fitted in three rounds of penalised maximum likelihood, each with a ridge
towards the weights before it, on 40,000 generated lines: titles and abstracts of conference papers, joined with author
lists of real profiles, with drawn names of some thirty locales and with unusual ones (one word, particles, capitals
inside, groups, lower case), in part without abstracts. As many lines with other titles and other names were kept out of
the fit, though not out of sight: their shares were looked at between the rounds. Where the lines hardly bear on a sign
its weight is still the hand-set one; four small weights without a reason were set to 0. None of them is about a single
name or word. `python -m tests.bench names` prints what they achieve.
"""

from collections.abc import Iterable

WEIGHTS = {
    # What the title ends in; after a lower-case letter is the ordinary case.
    "after a capital": -1.7,
    "after a digit": -0.1,
    "after no case": 0.0,
    "after ? or !": 5.2,
    "after a bracket or quote": 4.1,
    "after an initial": -5.6,
    "after an opening mark": -6.0,
    "after a dash": -0.9,
    "after a period": 0.1,
    "after an apostrophe": -1.0,
    "after an apostrophe in a name": -5.1,
    "after a hyphen": -6.6,
    "after a hyphen in a name": -5.7,
    "after another mark": -0.3,
    "title ends in a function word": -4.6,
    "title ends in one small letter": -4.6,
    "title ends in one letter": -2.9,
    "title ends in a name's beginning": -4.1,
    "camel case ends in a word": -0.8,
    "camel case hides a glue": -5.3,
    "camel case ends unknown": -1.6,
    "title's end in abstract": 4.7,
    "title's end in dump": 3.0,
    "title's end nearly in abstract": 1.0,
    "title's end like English": 3.3,
    "title's end unknown": 0.0,
    "title's end unknown, no abstract": 1.3,
    # Author one.
    "author known": 4.1,
    "author is the owner": 2.0,
    "author is a group": -1.4,
    "name of one word": -5.1,
    "name of two words": 0.9,
    "name of three words": -0.8,
    "name of four words": -2.4,
    "name of many words": -4.3,
    "given name is a particle": -8.6,
    "given name is an initial": 0.3,
    "given name is one letter": -3.6,
    "given name in lower case": -9.2,
    "given name known": 1.5,
    "given name in abstract": -1.6,
    "given name in dump": -1.4,
    "given name like English": -0.2,
    "given name in capitals": -3.8,
    "given name begins with two capitals": -8.4,
    "given name like McDonald": 0.0,
    "given name begins with a word": -7.4,
    "given name of two syllables": -2.6,
    "given name in camel case": -5.1,
    "given name with odd characters": -3.5,
    "particle in the name": -0.3,
    "function word in the name": -6.0,
    "odd characters in the name": -4.0,
    "mark after the name": -1.0,
    "lower-case word in the name": -3.6,
    "later name in capitals": 0.0,
    "later name begins with two capitals": -3.5,
    "later name in camel case": -4.0,
    "family name known": 0.4,
    "family name in abstract": -2.0,
    "family name in dump": -0.7,
    # How many authors, where no "et al." tells.
    "one author": -2.9,
    "two authors": -0.5,
    "three authors": 2.3,
    "other author known": 2.0,
    "other: unusual number of words": -2.9,
    "other: particle in the name": 0.1,
    "other: function word in the name": -5.0,
    "other: odd characters in the name": -3.0,
    "other: mark after the name": -0.5,
    "other: lower-case word in the name": -1.3,
    "other: later name in capitals": 0.0,
    "other: later name begins with two capitals": -2.9,
    "other: later name in camel case": -1.3,
    "glue left in the title": -3.0,
    "complete list without owner": -4.0,
}


def weigh(signs: Iterable[str]) -> float:
    """The sum of the signs' weights."""
    return sum(WEIGHTS[sign] for sign in signs)
