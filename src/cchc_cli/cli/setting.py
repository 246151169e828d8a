"""What holds for every command and may stand anywhere on the command line: language and debugging."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import typer

from cchc_cli.cli.problems import UsageError
from cchc_cli.language import Language, Text

LANGUAGE_VARIABLE = "CCHC_LANG"


class Setting(NamedTuple):
    """How to speak, and whether to show the traceback of a defect."""

    language: Language = Language.VI
    debug: bool = False


def setting_of(context: typer.Context) -> Setting:
    """The setting of the call that a command belongs to."""
    return context.find_object(Setting) or Setting()


def read_setting(
    arguments: Sequence[str], environment: Mapping[str, str]
) -> tuple[Setting, list[str], UsageError | None]:
    """The setting and the arguments without it; the problem where the language isn't one of ours.

    Everything after `--` is left alone. The last `--lang` wins over earlier ones and the environment.
    """
    wanted, debug, rest = environment.get(LANGUAGE_VARIABLE) or None, False, list[str]()
    source = LANGUAGE_VARIABLE
    remaining = list(arguments)
    while remaining and remaining[0] != "--":
        argument = remaining.pop(0)
        if argument == "--debug":
            debug = True
        elif argument == "--lang":
            source, wanted = argument, remaining.pop(0) if remaining else ""
        elif argument.startswith("--lang="):
            source, wanted = "--lang", argument.partition("=")[2]
        else:
            rest.append(argument)
    language = _language(wanted)
    problem = None if language else _unknown_language(source, wanted or "")
    return Setting(language or Language.VI, debug), rest + remaining, problem


def _language(wanted: str | None) -> Language | None:
    if wanted is None:
        return Language.VI
    return next((language for language in Language if language.value == wanted.strip().lower()), None)


def _unknown_language(source: str, wanted: str) -> UsageError:
    return UsageError(
        Text(
            f"{source}: không có ngôn ngữ “{wanted}”; hãy dùng vi hoặc en",
            f"{source}: there is no language '{wanted}'; use vi or en",
        )
    )
