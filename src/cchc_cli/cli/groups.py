"""Groups of commands: `cchc targets …`, `cchc agencies …`."""

import typer

from cchc_cli.cli.help_page import Group


def make_group() -> typer.Typer:
    """An empty group whose help follows the language."""
    return typer.Typer(cls=Group, rich_markup_mode=None, no_args_is_help=True)
