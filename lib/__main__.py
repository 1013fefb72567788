"""`python -m lib VERB`: what the dashboard does, for scripts and notebooks."""

import importlib
import pkgutil
import sys

import click

from lib import commands
from lib.errors import OeuvreError


class Verbs(click.Group):
    """Loads a verb's module only when it is asked for: `parse` must not wait for scikit-learn."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The verbs, by the names of the modules in lib/commands (`import_` is spoken without its underscore)."""
        return sorted(module.name.rstrip("_") for module in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The click command of this verb, or None when there is none."""
        names = {module.name.rstrip("_"): module.name for module in pkgutil.iter_modules(commands.__path__)}
        if cmd_name not in self.list_commands(ctx):
            return None
        verb = importlib.import_module(f"lib.commands.{names[cmd_name]}").command
        assert isinstance(verb, click.Command)  # noqa: S101 - narrows a type
        return verb


@click.command(
    cls=Verbs,
    epilog="Example: python -m lib parse sample_data/*/*.txt",
    context_settings={"help_option_names": ["-h", "--help"]},
)
def main() -> None:
    """Read the author pages of a paper-listing site, copied as text."""


if __name__ == "__main__":
    try:
        main(prog_name="python -m lib")
    except OeuvreError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
