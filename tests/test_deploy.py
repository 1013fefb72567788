"""What a group's server is made of agrees with the program: the proxy's headers, the image's files, the settings."""

import base64
import hashlib
import re
from pathlib import Path

import streamlit as st

from pages.shared import caller, door
from tests.conftest import ROOT

PROXY, IMAGE, COMPOSE = (
    (ROOT / name).read_text(encoding="utf-8") for name in ("deploy/Caddyfile", "deploy/Dockerfile", "compose.yaml")
)
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_proxy_lets_the_one_script_in_streamlits_page_run_and_no_other() -> None:
    page = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert re.findall(r"'sha256-([^']+)'", PROXY) == [digest], "write the new hash into deploy/Caddyfile"
    assert "'unsafe-inline'" not in re.findall(r"script-src ([^;]*);", PROXY)[0]


def test_no_other_site_may_show_the_pages_unless_the_operator_says_so() -> None:
    assert f"frame-ancestors {{${door.EMBED}:'none'}}" in PROXY
    assert f"{door.EMBED}: ${{{door.EMBED}:-'none'}}" in COMPOSE


def test_the_proxy_takes_no_larger_request_than_the_server() -> None:
    config = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    (megabytes,) = re.findall(r"maxUploadSize = (\d+)", config)
    assert f"max_size {int(megabytes) + 5}MB" in PROXY


def test_the_image_holds_what_runs_and_nothing_of_the_tests() -> None:
    copied = set(re.findall(r"^COPY (\S+) ", IMAGE, re.MULTILINE))
    assert copied == {"requirements.txt", "dashboard.py", ".streamlit/config.toml", "lib", "pages", "sample_data"}
    assert all((ROOT / name).exists() for name in copied)
    assert "USER oeuvre" in IMAGE


def test_the_readme_explains_every_setting_of_the_environment_and_no_other() -> None:
    sources = [
        path.read_text(encoding="utf-8") for folder in ("lib", "pages") for path in (ROOT / folder).rglob("*.py")
    ]
    read = set(re.findall(r'"(OEUVRE_[A-Z_]+)"', "\n".join(sources)))
    assert read == set(re.findall(r"^\| `(OEUVRE_[A-Z_]+)`", README, re.MULTILINE))
    assert {caller.ANYONE, caller.TRUST_EMAIL, door.EMBED} <= read
    asked = set(re.findall(r"OEUVRE_[A-Z_]+", COMPOSE + PROXY)) - read
    assert asked == {"OEUVRE_HOST", "OEUVRE_PASSWORD", "OEUVRE_SERVER"}, (
        "these are for compose.yaml and the proxy alone"
    )


def test_the_image_has_the_python_that_the_program_asks_for() -> None:
    (minor,) = re.findall(r"^FROM python:3\.(\d+)-slim", IMAGE)
    assert int(minor) >= 11


def test_the_server_of_one_person_listens_on_their_machine_only() -> None:
    config = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    assert 'address = "127.0.0.1"' in config
    assert 'allowedHosts = ["localhost", "127.0.0.1"]' in config
