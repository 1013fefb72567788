"""The dashboard's typeface, embedded: a report, and every figure saved from it, looks the same without a network.

Streamlit brings Source Sans (SIL Open Font License, which allows to embed it in documents); it is read from there.
"""

import base64
from functools import cache
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

FAMILY = "Source Sans"  # as lib/theme.py names it in figures
_FILE = "SourceSansVF-Upright"


@cache
def font_face() -> str:
    """The rule of CSS that embeds it; "" where Streamlit is not installed or ships it under another name."""
    try:
        found = [file for file in files("streamlit") or () if file.name.startswith(_FILE) and file.suffix == ".woff2"]
    except PackageNotFoundError:
        found = []
    if not found:
        return ""
    font = base64.b64encode(Path(str(found[0].locate())).read_bytes()).decode("ascii")
    return (
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: 200 900; '
        f'src: url("data:font/woff2;base64,{font}") format("woff2"); }}'
    )
