"""What came of the scenarios, for machines: JSON, and JUnit XML for CI servers."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from cchc_cli.language import Language, Text
from cchc_cli.reports.sinks import json_document, xml
from cchc_cli.scenarios.clauses import Clause
from cchc_cli.scenarios.report import about, differs
from cchc_cli.scenarios.trial import Outcome, Trial

_NAME = "cchc test"


def scenario_json(trials: Sequence[Trial], uncovered: Sequence[Clause], unshown: Sequence[str]) -> str:
    """The JSON document; every text in both languages."""
    return json_document(
        {
            "scenarios": [_trial(trial) for trial in trials],
            "uncovered": [
                {
                    "indicator": clause.indicator,
                    "document": clause.document,
                    "place": clause.place,
                    "line": clause.line,
                    "quote": clause.quote,
                }
                for clause in uncovered
            ],
            "readings_not_shown": list(unshown),
            "summary": {
                "scenarios": len(trials),
                "passed": sum(trial.has_passed for trial in trials),
                "failed": sum(not trial.has_passed for trial in trials),
            },
        }
    )


def scenario_junit(trials: Sequence[Trial], language: Language) -> str:
    """The XML document: a suite for each file, a case for each scenario."""
    root = ElementTree.Element("testsuites", name=_NAME)
    failed = sum(not trial.has_passed for trial in trials)
    _count(root, len(trials), failed)
    for file, group in groupby(trials, key=lambda trial: trial.scenario.document.file):
        cases = list(group)
        suite = ElementTree.SubElement(root, "testsuite", name=xml(file))
        _count(suite, len(cases), sum(not trial.has_passed for trial in cases))
        for trial in cases:
            suite.append(_case(trial, language))
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _trial(trial: Trial) -> dict[str, Any]:
    scenario = trial.scenario
    return {
        "file": scenario.document.file,
        "line": scenario.line,
        "title": scenario.title,
        "readings": list(scenario.readings),
        "passed": trial.has_passed,
        "expectations": [_outcome(outcome) for outcome in trial.outcomes],
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    verdict = outcome.verdict
    return {
        "line": outcome.mark.line,
        "indicator": verdict.indicator,
        "scope": {"kind": verdict.scope.kind.value, "code": verdict.scope.code},
        "period": verdict.period,
        "differences": [
            {
                "key": difference.key,
                "expected": _both(difference.expected),
                "found": _both(difference.found),
            }
            for difference in outcome.differences
        ],
    }


def _case(trial: Trial, language: Language) -> ElementTree.Element:
    scenario = trial.scenario
    case = ElementTree.Element(
        "testcase", classname=xml(scenario.document.file), name=xml(scenario.title), line=str(scenario.line)
    )
    if not trial.has_passed:
        lines = [
            f"{outcome.mark.line}: {about(outcome, language)}: {differs(difference, language)}"
            for outcome in trial.outcomes
            for difference in outcome.differences
        ]
        failure = ElementTree.SubElement(case, "failure", type="difference", message=xml(lines[0]))
        failure.text = "\n".join(map(xml, lines))
    return case


def _count(element: ElementTree.Element, tests: int, failures: int) -> None:
    for name, count in (("tests", tests), ("failures", failures), ("errors", 0), ("skipped", 0)):
        element.set(name, str(count))


def _both(text: Text) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}
