"""Who asks, and what they may do: every call that changes something says who calls, and is checked here."""

import getpass
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Role = Literal["reader", "editor", "owner"]
ROLES: tuple[Role, ...] = ("reader", "editor", "owner")  # each may do what the ones before it may


@dataclass(frozen=True)
class Actor:
    """A person as the sign-in names them; `alone` is the one person of a server without sign-in, who may do everything.

    An actor without an e-mail address who is not alone is a stranger, and may do nothing.
    """

    name: str
    email: str | None = None
    alone: bool = False

    @property
    def signature(self) -> str:
        """What is written beside what they did: the address where there is one, for names are not unique."""
        return (self.email or self.name)[:200]


def alone(name: str | None = None) -> Actor:
    """The one person of a server without sign-in, by default named as the system names them."""
    if name:
        return Actor(name, alone=True)
    try:
        return Actor(getpass.getuser(), alone=True)
    except (OSError, KeyError):  # a container's user may have no name
        return Actor("someone", alone=True)


def signed_in(claims: Mapping[str, object], *, trusting: bool = False) -> Actor:
    """The person that an identity provider describes (OpenID Connect Core 1.0, section 5.1).

    An address counts when the provider says that it was verified. Some providers never say so; `trusting` takes their
    word for it, but not where they say that it was not verified. Without an address that counts a person is a stranger.
    """
    address, verified = str(claims.get("email") or "").strip(), claims.get("email_verified")
    counts = str(verified).casefold() == "true" or (trusting and verified is None)
    name = str(claims.get("name") or address or claims.get("sub") or "someone")
    return Actor(name, address if address and counts else None)
