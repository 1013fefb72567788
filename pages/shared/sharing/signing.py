"""Who signs what is saved or said: whoever signed in, or on a server without sign-in whoever types a name."""

from dataclasses import dataclass

import streamlit as st

from lib.store import Actor, alone
from pages.shared.stored import visitor
from pages.shared.view import View


@dataclass
class Signature:
    """What this visit signs with, once a name was typed."""

    name: str = ""


def ask(view: View, where: str) -> str:
    """Draw the field for the name where nobody signs in; returns its key, "" where there is none."""
    if not visitor().alone:
        return ""
    name = signer(view).name
    key = view.address.name(f"name-{where}-{name}")  # once a name was typed, all fields begin with it
    st.text_input("Your name", name, key=key, max_chars=200)
    return key


def sign(view: View, key: str) -> Actor:
    """Who signs, after the field of this key was filled in."""
    if key:
        _signature(view).name = view.address.word(key).strip()
    return signer(view)


def signer(view: View) -> Actor:
    """Who signs."""
    asked = visitor()
    return alone(_signature(view).name or asked.name) if asked.alone else asked


def _signature(view: View) -> Signature:
    return view.address.remember("sharing.signature", Signature)
