"""Streamlit looks through all installed packages for components whenever an app is opened; they do not change here."""

from functools import cache

from streamlit.components.v2 import manifest_scanner


def look_once() -> None:
    """Let this process look through the packages once: that takes as long as drawing five pages."""
    manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
