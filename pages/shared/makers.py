"""Who may make libraries where the visitor may not: said where others have the buttons for it."""

from lib import words
from lib.errors import StoreError
from pages.shared.stored import open_shared, visitor


def barred() -> str:
    """Who may make libraries on this server, in a sentence; "" where the visitor may, or the store is not open."""
    try:
        others = open_shared().libraries.makers_instead(visitor())
    except StoreError:  # what is wrong with it is said where it is needed
        return ""
    return words.library.makers(others) if others else ""
