"""The commands by name. A command's module is imported when it is called, so that help costs only itself."""

from importlib import import_module
from typing import Any, Final

import typer

from cchc_cli.cli.help_page import Command, Group

_GROUPS: Final = frozenset({"targets", "agencies", "layouts"})
_COMMANDS: Final = (
    *("evaluate", "validate", "template", "status", "consolidate", "scorecard", "compare", "why", "verify"),
    *("freeze", "explain", "targets", "agencies", "layouts", "test", "schema", "init"),
)


class Program(Group):
    """`cchc` itself, with all its commands."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name in _COMMANDS and cmd_name not in self.commands:
            self.add_command(_load(cmd_name), cmd_name)
        return super().get_command(ctx, cmd_name)


def _load(name: str) -> Any:
    """Each command has a module of its name: a function of that name in it, or an `app` with several."""
    module = import_module(f"cchc_cli.cli.{name}")
    if name in _GROUPS:
        return typer.main.get_group(module.app)
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(name, cls=Command)(getattr(module, name))
    return typer.main.get_command(alone)
