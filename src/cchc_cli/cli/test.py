"""`cchc test`: scenarios worked by hand, held against a catalogue."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc_cli.cli import options
from cchc_cli.cli.format_names import TEST_FORMAT_NAMES
from cchc_cli.cli.output import Output
from cchc_cli.cli.problems import UsageError, no_such_format
from cchc_cli.cli.setting import setting_of
from cchc_cli.cli.sources import unreadable
from cchc_cli.language import Language, Text

if TYPE_CHECKING:
    from cchc_cli.scenarios.ground import Ground
    from cchc_cli.scenarios.scenario import Scenario
    from cchc_cli.scenarios.trial import Trial

_TABLE, _JSON, _JUNIT = TEST_FORMAT_NAMES


def test(
    context: typer.Context,
    scenarios: Annotated[list[str], typer.Argument(metavar="FILE...")],
    targets: options.Targets = None,
    agencies: options.Agencies = None,
    format_name: options.Format = _TABLE,
    quiet: options.Quiet = False,
) -> int:
    """Runs scenarios, and says which clauses none of them covers."""
    from cchc_cli.cli.exit_codes import ExitCode
    from cchc_cli.scenarios.report import TOTAL
    from cchc_cli.scenarios.trial import try_all

    language = setting_of(context).language
    if format_name not in TEST_FORMAT_NAMES:
        raise no_such_format("--format", format_name, TEST_FORMAT_NAMES)
    files = _files(scenarios)
    ground = _ground(targets, agencies)
    trials = try_all(_load(files, ground))
    output = Output(language, quiet)
    _hand_over(trials, ground, format_name, output)
    passed = sum(trial.has_passed for trial in trials)
    total = TOTAL.filled(passed=passed, all=len(trials))
    if passed < len(trials):
        output.trouble(total)
        return ExitCode.MISSED
    output.remark(total.in_language(language))
    return ExitCode.FINE


def _files(paths: list[str]) -> list[Path]:
    from cchc_cli.scenarios.files import scenario_files

    try:
        files = scenario_files([Path(path) for path in paths])
    except FileNotFoundError as error:
        raise UsageError(_NOT_FOUND.filled(path=str(error))) from None
    if not files:
        raise UsageError(_NOTHING.filled(path=", ".join(paths)))
    return files


def _ground(targets: str | None, agencies: str | None) -> "Ground":
    from cchc_cli.packaged import packaged_file
    from cchc_cli.scenarios.ground import Ground

    catalogue = Path(targets) if targets else packaged_file("targets.yaml")
    registry = Path(agencies) if agencies else packaged_file("agencies.yaml")
    try:
        return Ground.read(catalogue, registry)
    except OSError as error:
        about_targets = error.filename == str(catalogue)
        option, file = ("--targets", catalogue) if about_targets else ("--agencies", registry)
        raise unreadable(option, file, error) from None


def _load(files: list[Path], ground: "Ground") -> "list[Scenario]":
    """The scenarios of all files. Raises InvalidFileError with what is wrong in any of them."""
    from cchc_cli.scenarios.loading import load_scenarios
    from cchc_cli.strict_yaml import InvalidFileError, Problem

    problems: list[Problem] = []
    scenarios = []
    for file in files:
        try:
            scenarios += load_scenarios(file, ground)
        except InvalidFileError as error:
            problems += error.problems
        except OSError as error:
            raise unreadable("FILE", file, error) from None
    if problems:
        raise InvalidFileError(problems)
    return scenarios


def _hand_over(trials: "list[Trial]", ground: "Ground", format_name: str, output: Output) -> None:
    from cchc_cli.cli.pages import page_of
    from cchc_cli.scenarios.clauses import uncovered_clauses, unshown_readings
    from cchc_cli.scenarios.documents import scenario_json, scenario_junit
    from cchc_cli.scenarios.report import scenario_report

    language: Language = output.language
    uncovered = uncovered_clauses(ground.catalogue, trials)
    unshown = unshown_readings(ground.catalogue, trials)
    if format_name == _JSON:
        output.document(scenario_json(trials, uncovered, unshown))
    elif format_name == _JUNIT:
        output.document(scenario_junit(trials, language))
    else:
        page = page_of(sys.stdout)
        output.payload(scenario_report(trials, uncovered, unshown, language, page, only_wrong=output.quiet))


_NOT_FOUND = Text("không thấy tệp hoặc thư mục: {path}", "no such file or folder: {path}")
_NOTHING = Text(
    "không có tệp kịch bản (.yaml) nào trong {path}", "there is no file of scenarios (.yaml) in {path}"
)
