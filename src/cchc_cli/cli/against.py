"""An evaluation against a saved one: what was found then is known, and what is missed since is new."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from cchc_cli.cli.destinations import Destination, check_destinations
from cchc_cli.cli.evaluation import Outcome
from cchc_cli.cli.exit_codes import counted
from cchc_cli.cli.problems import UsageError
from cchc_cli.language import Language, Text
from cchc_cli.period import Period
from cchc_cli.run import Run, Status, Verdict

_NEEDS_BASELINE = Text(
    "--fail-on new-missed cần --baseline TỆP.json, là kết quả đã lưu bằng cchc evaluate … -o TỆP.json",
    "--fail-on new-missed needs --baseline FILE.json, which cchc evaluate … -o FILE.json has saved",
)
_OTHER_PROGRAMME = Text(
    "--baseline {file}: là kết quả của chương trình khác: {title}",
    "--baseline {file}: it is of another programme: {title}",
)
_MISSED = Text(
    "Không đạt mà trong {file} không như vậy: {new}; đã không đạt từ trước: {known}.",
    "Missed now and not in {file}: {new}; missed before too: {known}.",
)
_MORE = Text("… và {n} mục tiêu nữa", "… and {n} more")
_NO_VERDICTS = Text(
    "{file} không có kết quả đánh giá: mọi mục tiêu không đạt đều là mới.",
    "{file} has no verdicts: everything that is missed is new.",
)
_NO_PERIOD = Text(
    "{file} không có kết quả của {period}: mọi mục tiêu không đạt của kỳ này đều là mới.",
    "{file} has no verdicts for {period}: everything that is missed in it is new.",
)
_OTHER_MAP = Text(
    "{file} và lần này quy về danh mục đơn vị của hai ngày khác nhau (--as-of): kết quả có thể khác vì thế.",
    "{file} and this call are on the maps of two different days (--as-of): verdicts may differ for that "
    "reason.",
)
_OTHER_CATALOGUE = Text(
    "{file} được tính theo danh mục chỉ tiêu khác: kết quả có thể khác vì danh mục.",
    "{file} was judged by another catalogue: verdicts may differ for that reason.",
)
_OTHER_AGENCIES = Text(
    "{file} được tính theo danh mục đơn vị khác: kết quả có thể khác vì danh mục.",
    "{file} was judged by another registry: verdicts may differ for that reason.",
)


class Known(NamedTuple):
    """A baseline, as it was named and as it was read."""

    file: str
    run: Run
    sha256: str


class New(NamedTuple):
    """An outcome without the findings that are known, what is newly missed, and what to say of it."""

    outcome: Outcome
    missed: tuple[Verdict, ...] = ()
    remarks: tuple[str, ...] = ()


def open_baseline(
    file: str | None, destinations: Iterable[Destination], fail_on: frozenset[str]
) -> Known | None:
    """The baseline that is named.

    Raises UsageError where it cannot be read, would be overwritten, or is missing though it is asked about.
    """
    if file is None:
        if "new-missed" in fail_on:
            raise UsageError(_NEEDS_BASELINE)
        return None
    from cchc_cli.cli.saved import open_saved

    check_destinations(destinations, [Path(file)])
    return open_saved(lambda content: _known(file, content), "--baseline", Path(file))


def _known(file: str, content: bytes) -> Known:
    from cchc_cli.saved_run import read_run

    return Known(file, read_run(content), hashlib.sha256(content).hexdigest())


def against(known: Known | None, outcome: Outcome, language: Language) -> New:
    """What is new in an outcome. Raises UsageError for a baseline of another programme."""
    if known is None:
        return New(outcome)
    from cchc_cli.baseline import newly_missed, what_is_new
    from cchc_cli.cli.saved import known_findings

    if known.run.programme.id != outcome.run.programme.id:
        raise UsageError(_OTHER_PROGRAMME.filled(file=known.file, title=known.run.programme.title))
    run = outcome.run
    asked = run.asked and run.asked.model_copy(update={"baseline_sha256": known.sha256})
    new = what_is_new(run.findings, known.run.findings)
    run = run.model_copy(update={"findings": new, "asked": asked})
    missed = newly_missed(counted(run, outcome.about_one_agency), known.run.verdicts)
    left_out = len(outcome.run.findings) - len(run.findings)
    remarks = [text.in_language(language) for text in _remarks(known, run)]
    remarks.append(known_findings(known.file, left_out, language))
    remarks += _missed(known, run, missed, outcome.about_one_agency, language)
    dossier = outcome.dossier and replace(outcome.dossier, run=run)
    return New(outcome._replace(run=run, dossier=dossier), tuple(missed), tuple(remarks))


def _remarks(known: Known, run: Run) -> Iterable[Text]:
    if known.run.as_of != run.as_of:
        yield _OTHER_MAP.filled(file=known.file)
    if known.run.catalogue_sha256 != run.catalogue_sha256:
        yield _OTHER_CATALOGUE.filled(file=known.file)
    if known.run.agencies_sha256 != run.agencies_sha256:
        yield _OTHER_AGENCIES.filled(file=known.file)
    if not known.run.verdicts:
        yield _NO_VERDICTS.filled(file=known.file)
        return
    judged = {verdict.period for verdict in known.run.verdicts}
    for period in dict.fromkeys(verdict.period for verdict in run.verdicts):
        if period not in judged:
            words = Period.parse(period).words_in_a_sentence
            yield _NO_PERIOD.filled(file=known.file, period=words)


def _missed(
    known: Known, run: Run, new: list[Verdict], about_one_agency: bool, language: Language
) -> list[str]:
    """How much is newly missed, and what: a log must say it without the report."""
    from cchc_cli.reports.missed import MOST, missed_line
    from cchc_cli.reports.wording import SIGN

    missed = sum(verdict.status is Status.MISSED for verdict in counted(run, about_one_agency))
    lines = [_MISSED.filled(file=known.file, new=len(new), known=missed - len(new)).in_language(language)]
    lines += [f"{SIGN[Status.MISSED]} {missed_line(run, verdict, language)}" for verdict in new[:MOST]]
    if len(new) > MOST:
        lines.append(_MORE.in_language(language).format(n=len(new) - MOST))
    return lines
