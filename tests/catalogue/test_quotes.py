"""Every citation of the shipped catalogue is held against the decision's text."""

import re
from collections.abc import Iterator, Sequence

import pytest

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.coverage import OBJECTIVES
from cchc_cli.catalogue.target import Citation, Lead
from cchc_cli.packaged import packaged_file
from cchc_cli.registry.load import load_registry

pytestmark = pytest.mark.seed


def citations(catalogue: Catalogue) -> Iterator[Citation]:
    for indicator in catalogue.indicators:
        for target in indicator.targets:
            yield from target.citations


def leads(catalogue: Catalogue) -> set[Lead]:
    own = {target.lead for indicator in catalogue.indicators for target in indicator.targets}
    return {lead for lead in own | {area.lead for area in catalogue.areas} if lead is not None}


def place_in_objectives(decision: Sequence[str], line: int) -> str:
    """Where a bullet stands, counted from the text: point, sub-heading, bullet and plus."""
    point = heading = introduction = ""
    bullet = plus = 0
    for text in decision[20:line]:
        if found := re.match(r"(\w)\) ", text):
            point, heading, bullet = found[1], "", 0
        elif text.startswith("* "):
            heading, bullet = text[2:].rstrip(": "), 0
        elif text.startswith("- "):
            bullet, plus = bullet + 1, 0
            introduction = text[2:].rstrip(": ")
        elif text.startswith("+ "):
            plus += 1
    last = [introduction, f"dấu cộng {plus}"] if plus else [heading, f"gạch đầu dòng {bullet}"]
    return ", ".join(part for part in ("Mục tiêu", f"khoản 2 điểm {point}", *last) if part)


def place_in_duties(decision: Sequence[str], line: int) -> str:
    """The point of a task or duty, and the clause it stands under."""
    clauses = [found[1] for text in decision[102:line] if (found := re.match(r"(\d+)\. ", text))]
    (letter,) = re.findall(r"^(\w+)\) ", decision[line - 1])
    part = "Nhiệm vụ" if line < 168 else "Tổ chức thực hiện"
    return f"{part}, khoản {clauses[-1]} điểm {letter}"


def test_every_quote_stands_verbatim_on_its_line(shipped: Catalogue, decision: Sequence[str]) -> None:
    astray = [cited for cited in citations(shipped) if cited.quote not in decision[cited.line - 1]]
    assert astray == []


def test_every_place_is_where_the_line_stands(shipped: Catalogue, decision: Sequence[str]) -> None:
    for cited in citations(shipped):
        place_of = place_in_objectives if cited.line in OBJECTIVES else place_in_duties
        assert cited.place == place_of(decision, cited.line)


def test_every_lead_is_named_on_its_line_or_in_the_clause_above(
    shipped: Catalogue, decision: Sequence[str]
) -> None:
    registry = load_registry(packaged_file("agencies.yaml"))
    for lead in leads(shipped):
        if lead.line is None:
            continue
        agency = registry.latest(lead.agency)
        assert agency is not None
        clause = next(text for text in reversed(decision[: lead.line]) if re.match(r"\d+\. ", text))
        assert agency.name.vi in f"{clause} {decision[lead.line - 1]}"
