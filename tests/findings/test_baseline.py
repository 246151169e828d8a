"""A baseline hides what is known and nothing else."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.baseline import fingerprint, what_is_new
from cchc_cli.findings.finding import Severity
from cchc_cli.run import FindingRecord
from cchc_cli.saved_run import SavedRunError, read_findings


def _finding(**changes: Any) -> FindingRecord:
    facts: dict[str, Any] = {
        "code": "value-ambiguous",
        "severity": Severity.ERROR,
        "message": "m",
        "hint": "h",
        "file": "nộp/a.xlsx",
        "sheet": "Số liệu",
        "cell": "D17",
        "agency": "SNV",
        "period": "2024",
        "item": "online",
        "value": "x",
    }
    return FindingRecord(**{**facts, **changes})


_SOME = st.sampled_from
_FINDINGS = st.builds(
    _finding,
    code=_SOME(["value-ambiguous", "jump-from-last-period"]),
    severity=_SOME([Severity.ERROR, Severity.WARNING]),
    file=_SOME(["a.xlsx", "b.xlsx", None]),
    cell=_SOME(["D17", None]),
    agency=_SOME(["SNV", None]),
    item=_SOME(["online", None]),
    value=_SOME(["x", "y"]),
    explanation=_SOME([None, "đã rõ"]),
)
_LISTS = st.lists(_FINDINGS, max_size=12)


@given(_LISTS)
def test_nothing_is_new_against_itself(findings: list[FindingRecord]) -> None:
    assert what_is_new(findings, findings) == []


@given(_LISTS)
def test_everything_is_new_against_nothing(findings: list[FindingRecord]) -> None:
    assert what_is_new(findings, []) == findings


@given(_LISTS, st.randoms(use_true_random=False))
def test_the_order_of_either_side_changes_nothing(findings: list[FindingRecord], random: Any) -> None:
    known, again = findings[::2], list(findings)
    random.shuffle(known)
    random.shuffle(again)
    assert _bag(what_is_new(findings, findings[::2])) == _bag(what_is_new(again, known))


@given(_LISTS, _FINDINGS, st.integers(min_value=0, max_value=12))
def test_one_more_is_exactly_one_new(findings: list[FindingRecord], added: FindingRecord, at: int) -> None:
    more = [*findings[:at], added, *findings[at:]]
    new = what_is_new(more, findings)
    assert len(new) == 1
    assert fingerprint(new[0]) == fingerprint(added)


@given(_LISTS, _LISTS)
def test_known_findings_hide_as_many_as_they_are(
    now: list[FindingRecord], known: list[FindingRecord]
) -> None:
    assert len(what_is_new(now, known)) >= len(now) - len(known)


def _bag(findings: Sequence[FindingRecord]) -> Counter[tuple[Any, bool]]:
    """What is new, whichever of several equal ones is taken for it."""
    return Counter((fingerprint(finding), finding.is_answered) for finding in findings)


def test_a_figure_is_known_wherever_its_file_lies() -> None:
    moved = _finding(file="C:\\nộp lại\\a (1).xlsx", cell="D18", message="khác")
    assert what_is_new([moved], [_finding()]) == []


@pytest.mark.parametrize(
    "changes",
    [{"value": "y"}, {"agency": "SYT"}, {"period": "2023"}, {"item": "direct"}, {"code": "value-negative"}],
)
def test_another_figure_is_another_finding(changes: dict[str, str]) -> None:
    changed = _finding(**changes)
    assert what_is_new([changed], [_finding()]) == [changed]


def test_the_same_mistake_in_a_second_file_is_new() -> None:
    first = _finding(agency=None, item=None)
    second = _finding(agency=None, item=None, file="nộp/b.xlsx")
    assert what_is_new([first, second], [first]) == [second]
    assert what_is_new([first, second], [second, first]) == []


def test_two_equal_figures_need_two_known_ones() -> None:
    both = [_finding(), _finding(file="b.xlsx")]
    assert what_is_new(both, [_finding()]) == [both[1]]


@pytest.mark.parametrize(
    ("now", "known"),
    [
        ("/srv/mới/báo cáo.xlsx", "cũ\\báo cáo.xlsx"),
        ("ba\u0301o ca\u0301o.xlsx", "báo cáo.xlsx"),
    ],
)
def test_folders_and_unicode_forms_make_no_difference(now: str, known: str) -> None:
    whole_file = {"code": "file-unreadable", "agency": None, "item": None, "sheet": None, "cell": None}
    assert what_is_new([_finding(file=now, **whole_file)], [_finding(file=known, **whole_file)]) == []


def test_what_became_an_error_is_new() -> None:
    warned = _finding(severity=Severity.WARNING)
    assert what_is_new([_finding()], [warned]) == [_finding()]


def test_an_explanation_that_came_is_no_news_and_one_that_went_is() -> None:
    unanswered = _finding(severity=Severity.WARNING)
    answered = _finding(severity=Severity.WARNING, explanation="đã rõ")
    assert what_is_new([answered], [unanswered]) == []
    assert what_is_new([unanswered], [answered]) == [unanswered]
    assert what_is_new([answered, unanswered], [unanswered]) == [answered]


def _saved(**changes: Any) -> bytes:
    entry = _finding().model_dump(mode="json")
    document = {"schema_version": "1", "findings": [entry], **changes}
    return json.dumps(document, ensure_ascii=False).encode("utf-8")


def test_a_saved_run_is_read_back() -> None:
    assert read_findings(_saved()) == [_finding()]
    assert read_findings(b"\xef\xbb\xbf" + _saved()) == [_finding()]
    assert read_findings(_saved().decode("utf-8").encode("utf-16")) == [_finding()]


def test_runs_of_earlier_and_later_versions_are_read_back() -> None:
    entry = _finding().model_dump(mode="json")
    del entry["explanation"]
    entry["colour"] = "red"
    assert read_findings(_saved(findings=[entry], inputs="?")) == [_finding()]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "không phải tệp JSON"),
        (b"PK\x03\x04", "không phải tệp JSON"),
        (b"[" * 100_000, "không phải tệp JSON"),
        (b"[]", "không phải kết quả đã lưu"),
        (b'{"findings": 3}', "không phải kết quả đã lưu"),
        (_saved(schema_version="2"), "phiên bản cchc khác"),
        (_saved(findings=[{"code": "a"}]), "mục thứ 1"),
        (_saved(findings=[None]), "mục thứ 1"),
    ],
)
def test_anything_else_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    with pytest.raises(SavedRunError) as refused:
        read_findings(content)
    assert reason in refused.value.text.vi
    assert refused.value.text.en
