"""Help in the reader's language: the pages of the program, its groups and its commands."""

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from cchc_cli.cli import texts
from cchc_cli.cli.option_texts import OPTIONS
from cchc_cli.cli.setting import setting_of
from cchc_cli.language import Language, Text

Rows = list[tuple[str, str]]


class Command(TyperCommand):
    """A command whose help follows the language."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _write_page(self, ctx, formatter)


class Group(TyperGroup):
    """A group of commands whose help follows the language."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _write_page(self, ctx, formatter)


def _write_page(command: Command | Group, context: typer.Context, formatter: Any) -> None:
    language = setting_of(context).language
    name = command_name(context)
    _write_usage(command, context, formatter, language)
    formatter.write_paragraph()
    formatter.write_text(texts.COMMANDS.get(name, texts.PROGRAM).in_language(language))
    for title, rows in _sections(command, context, name, language):
        if rows:
            with formatter.section(title.in_language(language)):
                formatter.write_dl(rows)


def command_name(context: typer.Context) -> str:
    """What stands behind `cchc` to call the command: "targets list"; empty for the program itself."""
    return context.command_path.partition(" ")[2]


def _write_usage(
    command: Command | Group, context: typer.Context, formatter: Any, language: Language
) -> None:
    pieces = [texts.OPTIONS_METAVAR.in_language(language)]
    pieces += [_shown(found) for found in command.params if found.param_type_name == "argument"]
    if isinstance(command, Group):
        pieces.append(texts.COMMAND_METAVAR.in_language(language))
    formatter.write_usage(context.command_path, " ".join(pieces), prefix=texts.USAGE.in_language(language))


def _sections(
    command: Command | Group, context: typer.Context, name: str, language: Language
) -> list[tuple[Text, Rows]]:
    parameters = command.get_params(context)
    arguments = [found for found in parameters if found.param_type_name == "argument"]
    options = [found for found in parameters if found.param_type_name == "option"]
    everywhere = [("--lang vi|en", "lang"), ("--debug", "debug")]
    return [
        (texts.COMMANDS_TITLE, _subcommands(command, context, name, language)),
        (
            texts.ARGUMENTS_TITLE,
            [(_shown(found), texts.ARGUMENTS[found.name].in_language(language)) for found in arguments],
        ),
        (
            texts.OPTIONS_TITLE,
            [(_shown(found), option_help(name, found.name).in_language(language)) for found in options],
        ),
        (
            texts.EVERYWHERE_TITLE,
            [(shown, OPTIONS[key].in_language(language)) for shown, key in everywhere],
        ),
        (texts.EXIT_CODES_TITLE, [] if name else _exit_codes(language)),
    ]


def option_help(command: str, option: str) -> Text:
    """The help of an option; a command may have a text of its own for it."""
    kind = "list" if command.endswith((" list", " show")) else command
    return OPTIONS.get(f"{kind} {option}") or OPTIONS[option]


def _subcommands(command: Command | Group, context: typer.Context, name: str, language: Language) -> Rows:
    if not isinstance(command, Group):
        return []
    names = {f"{name} {child}".strip() for child in command.list_commands(context)}
    return [
        (path.rpartition(" ")[2], texts.COMMANDS[path].in_language(language))
        for path in texts.COMMANDS
        if path in names
    ]


def _shown(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return str(parameter.metavar)
    names = ", ".join(sorted(parameter.opts, key=len))
    return f"{names} {parameter.metavar}" if parameter.metavar else names


def _exit_codes(language: Language) -> Rows:
    return [(code, text.in_language(language)) for code, text in texts.EXIT_CODES]
