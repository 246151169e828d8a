"""What items say of changes from period to period: written, expanded, listed, refused."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.item import Jump
from cchc_cli.catalogue.lint import lint
from cchc_cli.catalogue.listing import catalogue_listing
from cchc_cli.catalogue.source import CatalogueSource, Measure
from cchc_cli.language import Language
from cchc_cli.strict_yaml import InvalidFileError
from tests.catalogue.test_lint import DONE, TOTAL, text

SCORE = (
    "{code: score, name: {vi: Điểm, en: Score}, kind: score, measure: published, reported_by: agency:SNV, "
)
PROGRAMME = "\njump: {factor: 5, above: 100}\n"


def of_total(written: Callable[[str], Catalogue], keys: str, programme: str = PROGRAMME) -> Jump | None:
    item = TOTAL.removesuffix("}") + (f", {keys}}}" if keys else "}")
    return written(text(items=(DONE, item)) + programme).item_by_code["total"].jump


@pytest.mark.parametrize(
    ("keys", "factor", "above"),
    [
        ("", 5, 100),
        ("jump: {factor: 2.5}", Decimal("2.5"), 100),
        ("jump: {above: 0}", 5, 0),
        ("jump: {factor: 3, above: 40}", 3, 40),
    ],
)
def test_an_item_says_what_differs_from_the_programme(
    keys: str, factor: int | Decimal, above: int, written: Callable[[str], Catalogue]
) -> None:
    assert of_total(written, keys) == Jump(Decimal(factor), Decimal(above))


def test_an_item_is_not_asked_about_where_it_says_so_or_nobody_says_anything(
    written: Callable[[str], Catalogue],
) -> None:
    assert of_total(written, "jump: none") is None
    assert of_total(written, "", programme="") is None
    assert of_total(written, "jump: {factor: 3, above: 40}", programme="") == Jump(Decimal(3), Decimal(40))


def test_scores_and_answers_are_not_asked_about(shipped: Catalogue) -> None:
    assert {item.is_counted for item in shipped.items if item.jump or item.only_rises} == {True}


def test_flows_only_rise_and_stocks_where_they_say_so(shipped: Catalogue) -> None:
    flows = {item.code for item in shipped.items if item.is_counted and item.measure is Measure.FLOW}
    rising = {item.code for item in shipped.items if item.only_rises}
    assert flows <= rising
    assert rising - flows == {"economic-units-converted"}


@pytest.mark.parametrize(
    ("catalogue", "complaint"),
    [
        (text(items=(DONE, TOTAL.removesuffix("}") + ", jump: {factor: 1}}")) + PROGRAMME, "more than 1"),
        (text(items=(DONE, TOTAL.removesuffix("}") + ", jump: {above: -1}}")) + PROGRAMME, "0 or more"),
        (text(items=(DONE, TOTAL.removesuffix("}") + ", jump: never}")) + PROGRAMME, "not one of none"),
        (text(items=(DONE, TOTAL.removesuffix("}") + ", jump: {faktor: 2}}")) + PROGRAMME, "'factor'"),
        (text(items=(DONE, TOTAL.removesuffix("}") + ", jump: {factor: 2}}")), "both factor and above"),
        (text() + "\njump: {factor: 2}\n", "both factor and above"),
        (text(items=(DONE, TOTAL, SCORE + "jump: {factor: 2}}")) + PROGRAMME, "only counts and amounts"),
        (text(items=(DONE, TOTAL, SCORE + "only_rises: true}")), "only counts and amounts"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    catalogue: str, complaint: str, written: Callable[[str], Catalogue]
) -> None:
    with pytest.raises(InvalidFileError) as refused:
        written(catalogue)
    (said,) = (problem.describe(Language.EN) for problem in refused.value.problems)
    assert complaint in said


def test_the_listing_and_the_schema_carry_both(shipped: Catalogue) -> None:
    items = {item["code"]: item for item in catalogue_listing(shipped)["items"]}
    assert items["dossiers-direct"]["jump"] == {"factor": 5, "above": 100}
    assert items["elected-officials"]["jump"] is None
    assert items["economic-units-converted"]["only_rises"] is True
    schema = CatalogueSource.model_json_schema()
    assert {"jump", "only_rises"} <= schema["$defs"]["ItemSource"]["properties"].keys()
    assert "jump" in schema["properties"]


def test_a_share_is_bound_by_a_part_check_that_sets_figures_aside(
    written: Callable[[str], Catalogue],
) -> None:
    weak = "{id: done, kind: part, left: done, right: total, severity: warning}"
    assert lint(written(text())) == []
    (problem,) = lint(written(text(checks=(weak,))))
    assert "no part check" in problem.describe(Language.EN)
