"""Who asks, as the server's sign-in says; on a server without one, its one person.

A server asks people to sign in when its secrets have a section [auth]. Where it cannot be told whether they have, it
lets nobody in: a mistyped file must not open a group's libraries to everyone.
"""

import os
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import streamlit as st

from lib.errors import SignInError
from lib.store import Actor, alone, signed_in

TRUST_EMAIL = "OEUVRE_TRUST_EMAIL"  # the identity provider never says whether an address was verified, and it is
ANYONE = "OEUVRE_ANYONE"  # whoever reaches a server without sign-in may do everything
ON = {"on", "yes", "true", "1"}
LASTS = timedelta(days=7)  # from one sign-in to the next
_TOKEN = "_streamlit_xsrf"  # noqa: S105 - the name of a cookie


def asks() -> bool:
    """Whether this server asks people to sign in.

    Raises:
        SignInError: its secrets cannot be read, or it serves other machines and asks nobody.
    """
    if st.secrets.load_if_toml_exists():
        asked = "auth" in st.secrets
    else:
        broken = [path for path in st.get_option("secrets.files") if Path(path).exists()]
        if broken:
            raise SignInError(
                f"{Path(broken[0]).name!r} cannot be read as TOML, so it is not known who may enter. Correct the file; "
                "the server's log says where the mistake is."
            )
        asked = False
    if not asked:
        _stay_on_this_machine()
    return asked


def visitor() -> Actor:
    """Who asks: the person who signed in, or a stranger who may do nothing; without a sign-in the one person here."""
    if not asks():
        return alone()
    if not is_signed_in():
        return Actor("somebody who did not sign in")
    return signed_in(st.user, trusting=_on(TRUST_EMAIL))


def is_signed_in() -> bool:
    """Whether the visitor signed in within the last week, and not out again in another tab of the same browser.

    A provider may close an account, so no sign-in lasts for ever. Streamlit reads who signed in when a tab is opened,
    and does not look again.
    """
    if not st.user.get("is_logged_in") or _ended(*_sign_in()):
        return False
    issued = st.user.get("iat")
    if not isinstance(issued, int | float):
        return True
    return datetime.now(UTC) - datetime.fromtimestamp(issued, UTC) < LASTS


def end_sign_in() -> None:
    """Let no tab of this browser go on with the sign-in that the visitor takes back."""
    _ended(*_sign_in()).append(True)


@st.cache_resource(ttl=LASTS, max_entries=10_000, show_spinner=False)
def _ended(browser: str, subject: str, issued: str) -> list[bool]:  # noqa: ARG001 - the key
    return []


def _sign_in() -> tuple[str, str, str]:
    """What tells this sign-in from every other: the browser, the person, and the moment."""
    return browser(), str(st.user.get("sub")), str(st.user.get("iat"))


def browser() -> str:
    """The token that this browser keeps, which every answer masks anew; "" where it has none."""
    try:
        _, mask, masked, _ = st.context.cookies.get(_TOKEN, "").strip('"').split("|")
        key, hidden = bytes.fromhex(mask), bytes.fromhex(masked)
        return bytes(byte ^ key[place % len(key)] for place, byte in enumerate(hidden)).hex() if key else ""
    except ValueError:
        return ""


def _stay_on_this_machine() -> None:
    address = str(st.get_option("server.address") or "")
    if _is_loopback(address) or _on(ANYONE):
        return
    raise SignInError(
        f"This server listens on {address or 'every address'!r}, where other machines reach it, and asks nobody to "
        "sign in. Set up a sign-in (README.md says how), let it listen on 127.0.0.1, or set the environment variable "
        f"{ANYONE}=on to let whoever reaches it read and change everything."
    )


def _is_loopback(address: str) -> bool:
    if address == "localhost":
        return True
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def _on(name: str) -> bool:
    return os.environ.get(name, "").casefold() in ON
