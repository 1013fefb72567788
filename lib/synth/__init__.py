"""Made-up dumps of any size: for trying out, for tests that know the truth, and for benchmarks.

dice        chance that falls the same way on every machine
vocabulary  the words of each topic, the prose and the names, from the TOML files in vocabulary/
wording     plurals, "a" or "an", title case
phrases     the words of one paper
abstracts   its title and abstract
names       people who do not exist
labs        who works where, on what, and when their pages are captured
papers      what they write together
captures    a page on one day
group       all of it as dumps with their truth
truth       that truth as lines of JSON
"""

from lib.synth.group import SynthDump, SynthPaper, make_group
from lib.synth.truth import describe_truth

__all__ = ["SynthDump", "SynthPaper", "describe_truth", "make_group"]
