"""What the map of another day cannot say of whom: figures of agencies that were split, or ended.

Source: the mergers of the registry add up; a split cannot be undone by anybody.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from cchc_cli.catalogue.indicator import Indicator
from cchc_cli.engine.ledger import Ledger
from cchc_cli.engine.places import Place
from cchc_cli.findings.finding import Finding, FindingKind
from cchc_cli.findings.of_maps import ENDED_NOT_RESTATED, HEIR_OUTSIDE, SPLIT_NOT_RESTATED
from cchc_cli.language import Text, joined
from cchc_cli.level import Level
from cchc_cli.period import Period
from cchc_cli.roster import Member, Roster

_COUNTED = Text("chỉ tính vào toàn tỉnh và {level}", "count in the province and {level} only")
_COUNTED_IN_PROVINCE = Text("chỉ tính vào toàn tỉnh", "count in the province only")
_NOT_COUNTED = Text("không tính vào đâu", "count nowhere")
_LEVELS = {
    Level.PROVINCE: Text("cấp tỉnh", "the province level"),
    Level.DISTRICT: Text("cấp huyện", "the district level"),
    Level.COMMUNE: Text("cấp xã", "the commune level"),
}


def not_restated(
    ledger: Ledger, periods: Iterable[Period], indicators: Iterable[Indicator]
) -> Iterator[Finding]:
    """A finding for each reporter of these indicators whose figures of a period are nobody's own there.

    None where each period is on its own map. The level of the districts has ended for everybody, and its
    targets say so: a finding for each district would say nothing new.
    """
    day = ledger.as_of
    items = dict.fromkeys(code for indicator in indicators for code in indicator.items)
    for period in periods:
        roster, places = ledger.roster(period), ledger.places(period)
        if day is None or places.day is None:
            continue
        reporters = sorted({position for code in items for position in roster.reporters(code)})
        for position in reporters:
            member, place = roster.members[position], places.of(position)
            if place.is_divided or _has_no_level(ledger, member, place, day):
                yield _finding(ledger, roster, member, place, day)


def _has_no_level(ledger: Ledger, member: Member, place: Place, day: date) -> bool:
    """Whether an official agency counts in no level there, though its level goes on."""
    ended = ledger.registry.level_has_ended(member.level, Period.between(day, day))
    return place.is_official and place.level is None and not ended


def _finding(ledger: Ledger, roster: Roster, member: Member, place: Place, day: date) -> Finding:
    names = (
        Text(f"{name.vi} ({heir.code})", f"{name.en} ({heir.code})")
        for heir in place.agencies
        for name in [ledger.registry.full_name(heir)]
    )
    return Finding(
        _kind(place),
        agency=member.code,
        period=str(roster.period),
        facts={
            "agency_name": roster.name_of(member),
            "period_words": roster.period.words_in_a_sentence,
            "day": f"{day:%d/%m/%Y}",
            "heirs": joined(names, "; "),
            "counted": _counted(place),
        },
    )


def _kind(place: Place) -> FindingKind:
    if place.is_divided:
        return SPLIT_NOT_RESTATED
    return HEIR_OUTSIDE if place.agencies else ENDED_NOT_RESTATED


def _counted(place: Place) -> Text:
    if not place.is_official:
        return _NOT_COUNTED
    return _COUNTED.filled(level=_LEVELS[place.level]) if place.level else _COUNTED_IN_PROVINCE
