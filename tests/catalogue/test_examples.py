"""The examples in the head of the shipped catalogue can be copied: each is a target that loads."""

import re

import pytest

from cchc_cli.catalogue.references import find_problems
from cchc_cli.catalogue.source import CatalogueSource
from cchc_cli.packaged import packaged_file
from cchc_cli.strict_yaml import validate
from cchc_cli.strict_yaml.document import parse_document

KINDS = ("share", "score", "change", "milestone", "duty")
FULL = {
    "cite: …": 'cite: {line: 35, place: điểm b, quote: "80%"}',
    "name: …": "name: {vi: Tỷ lệ do Chính phủ quy định, en: Rate set by the Government}",
}


def examples() -> list[tuple[str, str]]:
    """Kind and target of every example, in order; a rung follows the foot of its ladder."""
    head = packaged_file("targets.yaml").read_text(encoding="utf-8").split("programme:")[0]
    found, kind = [], ""
    for line in head.splitlines():
        first = re.match(r"#   (\w+) ", line)
        kind = first[1] if first and first[1] in KINDS else kind
        found += [(kind, example) for example in re.findall(r"- (\{.*?cite: …\})", line)]
    return found


def catalogue(kind: str, *targets: str) -> str:
    denominator = "denominator: [total]" if kind == "share" else ""
    item = {"score": "score", "milestone": "yes-no", "duty": "yes-no"}.get(kind, "count")
    for short, full in FULL.items():
        targets = tuple(target.replace(short, full) for target in targets)
    listed = "\n".join(f"      - {target}" for target in targets)
    return f"""\
programme:
  id: test
  title: {{vi: Thử, en: Test}}
  document: 1/QĐ
  issued: 2021-10-18
  years: {{from: 2021, until: 2030}}
areas:
  - {{id: TTHC, name: {{vi: Thủ tục, en: Procedures}}}}
indicators:
  - id: measure
    area: TTHC
    name: {{vi: Chỉ tiêu, en: Measure}}
    kind: {kind}
    numerator: [done]
    {denominator}
    targets:
{listed}
items:
  - {{code: done, name: {{vi: Đã làm, en: Done}}, kind: {item}, measure: flow, reported_by: level:commune}}
  - {{code: total, name: {{vi: Tất cả, en: All}}, kind: count, measure: flow, reported_by: level:commune}}
"""


def test_there_is_an_example_of_every_kind() -> None:
    assert {kind for kind, _ in examples()} == set(KINDS)


@pytest.mark.parametrize("position", range(len(examples())))
def test_every_example_is_a_target_that_loads(position: int) -> None:
    kind, target = examples()[position]
    foot = [examples()[position - 1][1]] if "rise" in target else []
    document = parse_document(catalogue(kind, *foot, target).encode(), "targets.yaml")
    assert find_problems(validate(document, CatalogueSource), document) == []
