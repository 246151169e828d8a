"""What the shipped catalogue asks of agencies: each quantity once, of whoever holds it."""

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.source import IndicatorKind, ItemKind, Measure
from cchc_cli.packaged import packaged_file
from cchc_cli.registry.load import load_registry

DOSSIERS = [
    "dossiers-online",
    "dossiers-direct",
    "dossiers-carried-over",
    "dossiers-settled-early",
    "dossiers-settled-on-time",
    "dossiers-settled-late",
    "dossiers-pending-in-time",
    "dossiers-pending-overdue",
]


def test_every_agency_named_is_in_the_registry(shipped: Catalogue) -> None:
    registry = load_registry(packaged_file("agencies.yaml"))
    known = {f"agency:{agency.code}" for agency in registry.agencies}
    known |= {f"group:{agency.group}" for agency in registry.agencies}
    known |= {f"level:{agency.level}" for agency in registry.agencies}
    named = {selector for item in shipped.items for selector in item.reported_by}
    for indicator in shipped.indicators:
        named |= {f"agency:{target.lead.agency}" for target in indicator.targets if target.lead}
    assert named - known == set()


def test_every_target_has_a_lead(shipped: Catalogue) -> None:
    without = [
        (indicator.id, target.line)
        for indicator in shipped.indicators
        for target in indicator.targets
        if target.lead is None
    ]
    assert without == []


def test_only_disbursement_has_a_lead_that_no_line_names(shipped: Catalogue) -> None:
    unnamed = {
        indicator.id
        for indicator in shipped.indicators
        for target in indicator.targets
        if target.lead and target.lead.line is None
    }
    assert unnamed == {"public-investment-disbursed"}


def test_form_06_fills_the_dossier_items(shipped: Catalogue) -> None:
    assert [item.code for item in shipped.items if item.code in DOSSIERS] == DOSSIERS
    (balance,) = (check for check in shipped.checks if check.kind == "balance")
    assert [term.item for term in balance.left] == DOSSIERS[:3]
    assert [term.item for term in balance.right] == DOSSIERS[3:]
    assert balance.severity == "warning"


def test_no_two_items_have_the_same_name(shipped: Catalogue) -> None:
    for names in ([item.name.vi for item in shipped.items], [item.name.en for item in shipped.items]):
        assert len(names) == len(set(names))


def test_no_two_indicators_have_the_same_name(shipped: Catalogue) -> None:
    for names in (
        [each.name.vi for each in shipped.indicators],
        [each.name.en for each in shipped.indicators],
    ):
        assert len(names) == len(set(names))


def test_agencies_send_raw_quantities_never_percentages(shipped: Catalogue) -> None:
    assert not [item.code for item in shipped.items if "%" in item.unit or "tỷ lệ" in item.name.vi.lower()]


def test_only_scores_have_a_range_and_are_published(shipped: Catalogue) -> None:
    for item in shipped.items:
        is_score = item.kind is ItemKind.SCORE
        assert (item.highest == 100) is is_score
        assert (item.measure is Measure.PUBLISHED) is is_score


def test_what_is_attested_stands_on_its_own_answer(shipped: Catalogue) -> None:
    attested = [
        indicator.items
        for indicator in shipped.indicators
        if indicator.kind in (IndicatorKind.MILESTONE, IndicatorKind.DUTY)
    ]
    answers = [(item.code,) for item in shipped.items if item.kind is ItemKind.YES_NO]
    assert sorted(attested) == sorted(answers)
    assert all(item.measure is Measure.STOCK for item in shipped.items if item.kind is ItemKind.YES_NO)


def test_every_unit_has_an_english_word(shipped: Catalogue) -> None:
    units = {item.unit for item in shipped.items} - {""}
    assert units == set(dict(shipped.units))


def test_every_check_of_a_part_is_an_error(shipped: Catalogue) -> None:
    assert {check.severity for check in shipped.checks if check.kind == "part"} == {"error"}
