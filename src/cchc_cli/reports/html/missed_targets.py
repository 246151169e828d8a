"""The missed targets of a director's page: the few that matter most, and who holds them back."""

from dataclasses import dataclass

from cchc_cli.language import Text
from cchc_cli.reports.holding_back import held_back_by, not_done
from cchc_cli.reports.html.reader import Reader
from cchc_cli.reports.numbers_text import decimal_text, exact, with_unit
from cchc_cli.reports.outcome import missing, reached
from cchc_cli.reports.reporting_words import MORE_AGENCIES
from cchc_cli.reports.requirement import asked, unit_text
from cchc_cli.run import Status, Verdict
from cchc_cli.trace import Trace

MOST = 7
"""How many there is room for on a page."""
_AGENCIES = 3

_OWN = Text("{agency} ({value})", "{agency} ({value})")
_REPORTED_BY = Text("chỉ {agency} báo cáo", "sole reporter: {agency}")
_UNDONE = {
    "duty": Text("Chưa thực hiện: {agency}", "Not carried out: {agency}"),
    "milestone": Text("Chưa hoàn thành: {agency}", "Not done: {agency}"),
}


@dataclass(frozen=True, slots=True)
class MissedTarget:
    """One of them: what was asked, what is reached, what is missing, who answers and who holds it back."""

    anchor: str
    name: str
    scope: str
    asked: str
    reached: list[str]
    missing: str
    lead: str
    held_back_by: list[str]


@dataclass(frozen=True, slots=True)
class MissedTargets:
    """Those shown, and how many more there are."""

    shown: list[MissedTarget]
    more: int


def missed_targets(reader: Reader) -> MissedTargets:
    """At most seven of the newest period.

    Which seven: dated targets before standing duties, those that came due last before floors kept from
    earlier years, and among those of one day the one that misses the largest part of its bound; milestones,
    which have no bound, miss all of it.
    """
    missed = [verdict for verdict in reader.leading() if verdict.status is Status.MISSED]
    ranked = sorted(missed, key=_rank)
    return MissedTargets([_target(reader, verdict) for verdict in ranked[:MOST]], len(ranked[MOST:]))


def _rank(verdict: Verdict) -> tuple[bool, int, float]:
    due = -verdict.due.toordinal() if verdict.due else 0
    if verdict.gap is None or not verdict.bound:
        return verdict.due is None, due, -1.0
    return verdict.due is None, due, verdict.gap / abs(verdict.bound)


def _target(reader: Reader, verdict: Verdict) -> MissedTarget:
    run, language = reader.run, reader.language
    trace = reader.dossier.trace(verdict)
    return MissedTarget(
        anchor=reader.anchor(verdict.indicator),
        name=reader.text(verdict.name),
        scope=reader.text(verdict.scope.name),
        asked=" ".join(asked(run, verdict, language)[:2]),
        reached=reached(run, verdict, language)[:2],
        missing=missing(run, verdict, language),
        lead=reader.lead(verdict),
        held_back_by=_holding_back(reader, verdict, trace) if trace else [],
    )


def _holding_back(reader: Reader, verdict: Verdict, trace: Trace) -> list[str]:
    """With their own figures; of a milestone or duty those that say so."""
    undone = not_done(trace)
    if undone:
        first, *others = (reader.text(answer.name) for answer in undone)
        words = _UNDONE.get(verdict.kind, _UNDONE["milestone"])
        return _first(reader, [reader.say(words, agency=first), *others])
    unit = unit_text(reader.run, verdict, reader.language)
    names = []
    for part in held_back_by(verdict, trace):
        own = "–" if part.value is None else decimal_text(exact(part.value), 2, reader.language)
        names.append(reader.say(_OWN, agency=reader.text(part.name), value=with_unit(own, unit)))
    return _first(reader, names) if names else _only_reporter(reader, trace)


def _first(reader: Reader, names: list[str]) -> list[str]:
    rest = len(names) - _AGENCIES
    return [*names[:_AGENCIES], *([reader.say(MORE_AGENCIES, n=rest)] if rest > 0 else [])]


def _only_reporter(reader: Reader, trace: Trace) -> list[str]:
    members = {member.agency: member for end in trace.ends for pool in end.pools for member in pool.members}
    if len(members) != 1:
        return []
    (member,) = members.values()
    return [reader.say(_REPORTED_BY, agency=reader.text(member.name))]
