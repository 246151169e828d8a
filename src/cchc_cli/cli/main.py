"""The entry of `cchc`: reads the setting, calls the command, turns every ending into an exit code.

Heavy imports (pandas, the models, YAML) stand inside commands, so that `--help` stays quick.
"""

import gc
import os
import sys
from typing import Annotated

import typer

from cchc_cli import __version__
from cchc_cli.cli.commands import Program
from cchc_cli.cli.ending import Ending
from cchc_cli.cli.output import make_streams_safe
from cchc_cli.cli.setting import read_setting
from cchc_cli.cli.signals import code_of_interrupt, code_when_told, listen

_OBJECTS_BETWEEN_COLLECTIONS = 200_000
"""A call imports and reads more objects than the 700 after which Python looks for cycles, and nearly all stay
to the end: looking through them takes longer than reading the catalogue."""

app = typer.Typer(cls=Program, add_completion=False, rich_markup_mode=None, no_args_is_help=True)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"cchc {__version__}")
        raise typer.Exit


@app.callback()
def program(
    version: Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True)] = False,
) -> None:
    """The program itself; what it does stands in its `commands`."""


def run(arguments: list[str]) -> int:
    """Runs one call and gives its exit code; nothing is raised but what ends the process."""
    setting, rest, problem = read_setting(arguments, os.environ)
    try:
        if problem is not None:
            raise problem
        command = typer.main.get_command(app)
        return int(command.main(rest, prog_name="cchc", standalone_mode=False, obj=setting) or 0)
    except typer.Abort:
        # Ctrl-C: whoever pressed it knows why.
        return code_of_interrupt()
    except Exception as error:
        code = code_when_told()
        if code is not None:
            return code
        from cchc_cli.cli.failures import report_failure

        return report_failure(error, setting)


def main() -> None:
    """What the console script does."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    ending = Ending()
    # Whatever else is installed, it has no say in how our files are validated; and nothing is searched for.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    make_streams_safe()
    listen()
    ending.code = run(sys.argv[1:])
    sys.exit(ending.code)
