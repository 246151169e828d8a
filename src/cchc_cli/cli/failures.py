"""How a call that cannot finish ends: one sentence and an exit code, never a traceback."""

import re
import traceback
from typing import Any

import typer

from cchc_cli.cli.exit_codes import ExitCode
from cchc_cli.cli.output import Output
from cchc_cli.cli.problems import UsageError
from cchc_cli.cli.setting import Setting
from cchc_cli.intake.paths import PathError
from cchc_cli.language import Text
from cchc_cli.nearness import nearest
from cchc_cli.strict_yaml import InvalidFileError


def report_failure(error: Exception, setting: Setting) -> ExitCode:
    """Says what went wrong, and gives the exit code."""
    output = Output(setting.language)
    if isinstance(error, UsageError | PathError):
        output.trouble(error.text)
        return ExitCode.WRONG_USAGE
    if isinstance(error, typer.TyperException):
        output.trouble(_misused(error))
        return ExitCode.WRONG_USAGE
    if isinstance(error, InvalidFileError):
        for problem in error.problems:
            output.trouble(problem.text, place=f"{problem.file}:{problem.mark.line}:{problem.mark.column}: ")
        return ExitCode.FILE_INVALID
    output.trouble(_defect(error))
    if setting.debug:
        output.trouble_lines("".join(traceback.format_exception(error)))
    return ExitCode.DEFECT


def _defect(error: Exception) -> Text:
    kind = type(error).__name__
    return Text(
        f"Chương trình gặp lỗi của chính nó ({kind}); số liệu của bạn không sai vì lỗi này. Xin báo cho nhóm "
        "phát triển, kèm kết quả chạy lại với --debug.",
        f"cchc met a defect of its own ({kind}); it is no fault of your figures. Please report it with what "
        "--debug prints.",
    )


def _misused(error: typer.TyperException) -> Text:
    """What typer objects to, in our words; its own where we have none for it."""
    context = getattr(error, "ctx", None)
    message = str(getattr(error, "message", error))
    if type(error).__name__ == "NoArgsIsHelpError":
        return Text(message, message)
    words = _words(error, message, context)
    path = context.command_path if context is not None else "cchc"
    return Text(f"{words.vi} (xem: {path} --help)", f"{words.en} (see: {path} --help)")


def _words(error: typer.TyperException, message: str, context: Any) -> Text:
    option = getattr(error, "option_name", "")
    match type(error).__name__:
        case "NoSuchOption":
            return _unknown_option(option, list(getattr(error, "possibilities", None) or ()))
        case "MissingParameter":
            missing = getattr(getattr(error, "param", None), "metavar", "")
            return Text(f"thiếu tham số {missing}", f"{missing} is missing")
        case "BadOptionUsage" if "does not take" in message:
            return Text(f"tùy chọn {option} không có giá trị đi kèm", f"option {option} takes no value")
        case "BadOptionUsage":
            return Text(f"tùy chọn {option} thiếu giá trị", f"option {option} needs a value")
    return _words_by_message(message, context)


def _words_by_message(message: str, context: Any) -> Text:
    unknown = re.match(r"No such command '(.*?)'", message)
    if unknown is not None:
        return _unknown_command(unknown[1], sorted(context.command.list_commands(context)))
    if message.startswith("Missing command"):
        return Text("thiếu tên lệnh", "the command is missing")
    extra = re.match(r"Got unexpected extra arguments?\S* \((.*)\)", message)
    if extra is not None:
        return Text(f"thừa tham số: {extra[1]}", f"unexpected argument: {extra[1]}")
    return Text(f"dùng sai: {message}", message)


def _unknown_option(option: str, possible: list[str]) -> Text:
    vi, en = f"không có tùy chọn {option}", f"there is no option {option}"
    if not possible:
        return Text(vi, en)
    return Text(
        f"{vi}; có phải là {' hoặc '.join(sorted(possible))}?",
        f"{en}; did you mean {' or '.join(sorted(possible))}?",
    )


def _unknown_command(name: str, known: list[str]) -> Text:
    vi, en = f"không có lệnh “{name}”", f"there is no command '{name}'"
    suggestion = nearest(name, known)
    if suggestion is None:
        listed = ", ".join(known)
        return Text(f"{vi}; các lệnh: {listed}", f"{en}; commands: {listed}")
    return Text(f"{vi}; có phải là “{suggestion}”?", f"{en}; did you mean '{suggestion}'?")
