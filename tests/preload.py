"""What a server and a store import that is slow and knows no visit; the process that others are forked from begins so.

The pages are not of it: a server imports them when somebody visits it first.
"""

import inspect
from importlib import import_module

from streamlit.components.v2 import manifest_scanner

from tests.components import look_once

STREAMLIT = ("emojis", "material_icon_names", "web.cli", "web.server.starlette.starlette_server")
LIB = ("charts", "export", "network", "opening", "report", "tables", "words")

for module in (*(f"streamlit.{name}" for name in STREAMLIT), *(f"lib.{name}" for name in LIB), "pyarrow.dataset"):
    import_module(module)
look_once()
manifest_scanner.scan_component_manifests()
inspect.stack()  # Python then looks up the file of each module once, and Streamlit asks for that at a first visit
