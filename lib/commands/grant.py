"""`grant`: roles in a library, given on the server: how the first owner of a library comes to be."""

from typing import cast

import click

from lib.store import Role, alone, open_store
from lib.store.people import ROLES


@click.command(epilog="Example: python -m lib grant 'Our group' ada@example.org owner")
@click.argument("name")
@click.argument("who")
@click.argument("role", type=click.Choice([*ROLES, "none"]))
def command(name: str, who: str, role: str) -> None:
    """Let WHO (an e-mail address, or @ and a domain) into the library NAME as ROLE; "none" takes the role away."""
    with open_store() as store:
        library = store.libraries.find(alone(), name)
        if role == "none":
            store.members.take(alone(), library.id, who)
        else:
            store.members.give(alone(), library.id, who, cast(Role, role))
        for member in store.members.all(alone(), library.id):
            click.echo(f"{member.role:8}{member.who}")
