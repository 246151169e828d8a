"""The table of finding codes: complete, bilingual, and free of what cannot be filled in."""

import pickle
import re
import string

import pytest

from cchc_cli.findings.finding import Finding, FindingKind, Place, Severity
from cchc_cli.findings.kinds import KINDS, variants_of
from cchc_cli.language import Language, Text

ERRORS = """file-unreadable file-encrypted file-too-large sheet-missing header-missing column-missing
agency-unknown agency-missing agency-not-active agency-mismatch period-missing period-unknown
period-outside-programme period-in-future item-unknown value-not-a-number value-negative value-not-whole
value-ambiguous value-out-of-range percent-ambiguous cell-error
formula-without-value merged-data-cells legacy-font-text part-exceeds-whole conflicting-observation
file-without-values"""
WARNINGS = """value-missing item-missing submission-missing submission-late item-not-reported-by-agency
hidden-content sum-mismatch jump-from-last-period same-figures-as-another period-mixed
overlap-with-predecessor includes-subordinates"""
INFOS = """nil-reported periods-overlap duplicate-observation submission-superseded extra-column extra-row
submission-after-cutoff submission-undated own-report
split-not-restated ended-not-restated"""

EVERY_KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def test_the_codes_and_severities_are_those_that_users_were_promised() -> None:
    promised = {
        **dict.fromkeys(ERRORS.split(), Severity.ERROR),
        **dict.fromkeys(WARNINGS.split(), Severity.WARNING),
        **dict.fromkeys(INFOS.split(), Severity.INFO),
    }
    assert {code: kind.severity for code, kind in KINDS.items()} == promised


@EVERY_KIND
def test_every_text_exists_in_both_languages(kind: FindingKind) -> None:
    texts = (kind.title, kind.meaning, kind.message, kind.hint, kind.example.found, kind.example.mended)
    for text in texts:
        assert text.vi.strip()
        assert text.en.strip()
    assert kind.title.vi != kind.title.en


@EVERY_KIND
def test_both_languages_name_the_same_facts(kind: FindingKind) -> None:
    for text in (kind.message, kind.hint):
        assert _facts(text.vi) >= _facts(text.en) - {"agency"}
        assert _facts(text.en) >= _facts(text.vi) - {"agency"}


@EVERY_KIND
def test_hints_need_no_facts_and_are_sentences(kind: FindingKind) -> None:
    for sentence in (kind.hint.vi, kind.hint.en, kind.message.vi, kind.message.en):
        assert sentence.endswith((".", "}"))
    assert not _facts(kind.hint.vi)


@EVERY_KIND
def test_the_meaning_is_told_in_sentences_that_need_no_facts(kind: FindingKind) -> None:
    for language in Language:
        meaning = kind.meaning.in_language(language)
        assert len(meaning) > 2 * len(kind.title.in_language(language))
        assert meaning.endswith(".")
        assert not _facts(meaning)


@EVERY_KIND
def test_the_words_follow_the_glossary(kind: FindingKind) -> None:
    words = " ".join((kind.title.vi, kind.meaning.vi, kind.message.vi, kind.hint.vi)).casefold()
    for avoided in (
        "thất bại",
        "vi phạm",
        "ngưỡng",
        "cảnh báo",
        "bản nộp",
        "mục dữ liệu",
        "không có dữ liệu",
    ):
        assert not re.search(rf"\b{avoided}\b", words)


def test_what_stands_in_a_file_is_never_taken_for_a_template() -> None:
    finding = Finding(
        KINDS["agency-unknown"], Place("a.xlsx"), value="{agency!r} {0}", facts={"suggestion": Text("", "")}
    )
    for language in Language:
        assert "{agency!r} {0}" in finding.message(language)


def _facts(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("code", KINDS)
def test_a_kind_that_travels_between_processes_is_itself(code: str) -> None:
    """Those too that have the code of another one and words of their own."""
    for kind in variants_of(code):
        assert pickle.loads(pickle.dumps(kind)) is kind
