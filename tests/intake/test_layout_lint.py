"""What a layout that loads may still get wrong."""

from pathlib import Path

import pytest

from cchc_cli.intake.layouts.description import LayoutSource
from cchc_cli.intake.layouts.lint import lint
from cchc_cli.intake.layouts.shipped import shipped_files
from cchc_cli.language import Language
from cchc_cli.strict_yaml import load
from tests.intake.corpus import FOLDER
from tests.intake.programme import ITEMS

GOOD = """\
id: own
name: {vi: Của tôi, en: Mine}
source: hệ thống
header_rows: 2
columns:
  - {header: Hồ sơ > Tổng, sum_of: [settled, pending]}
  - {header: Hồ sơ > Đã giải quyết, item: settled}
  - {header: Hồ sơ > Còn lại, item: pending}
rows:
  skip: [Ghi chú]
  total: [Tổng cộng, "Cộng *"]
agency: {column: Đơn vị}
period: {cell: B2}
"""


def complaints(folder: Path, text: str, language: Language = Language.EN) -> list[str]:
    path = folder / "layout.yaml"
    path.write_text(text, encoding="utf-8")
    layout, document = load(path, LayoutSource)
    found = lint(layout, document, list(ITEMS), taken=["form", "form-06"])
    return [problem.describe(language).removeprefix(str(path)) for problem in found]


def test_a_sound_layout_has_nothing_to_mend(tmp_path: Path) -> None:
    assert complaints(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    "path", [*shipped_files(), *(FOLDER / "layouts").glob("*.yaml")], ids=lambda path: path.stem
)
def test_what_is_shipped_and_what_the_corpus_reads_is_sound(path: Path) -> None:
    layout, document = load(path, LayoutSource)
    assert lint(layout, document, list(ITEMS)) == []


@pytest.mark.parametrize(
    ("before", "after", "place", "words"),
    [
        ("id: own", "id: form-06", ":1:1:", "id 'form-06' is that of a layout that comes with"),
        (
            "item: settled",
            "item: setled",
            ":7:37:",
            "no item 'setled' in the catalogue; did you mean 'settled'",
        ),
        ("[settled, pending]", "[settled, pendin]", ":6:46:", "did you mean 'pending'?"),
        (
            "[settled, pending]",
            "[settled, received]",
            ":6:46:",
            "the sum 'Hồ sơ > Tổng' has 'received', which",
        ),
        (
            "item: pending",
            "item: settled",
            ":8:31:",
            "'settled' stands in the column 'Hồ sơ > Đã giải quyết'",
        ),
        (
            "header: Hồ sơ > Còn lại",
            "header: HỒ SƠ>đã giải quyết",
            ":8:6:",
            "is where 'Hồ sơ > Đã giải quyết'",
        ),
        ("{column: Đơn vị}", "{column: Hồ sơ > Tổng}", ":12:10:", "is where 'Hồ sơ > Tổng' stands too"),
        ("{column: Đơn vị}", "{column: A > B > C}", ":12:10:", "has 3 steps but header_rows is 2"),
        ("header: Hồ sơ > Còn lại", "header: Hồ sơ >", ":8:6:", "has an empty step"),
        ("header: Hồ sơ > Còn lại", "letter: ZZZ", ":8:6:", "'ZZZ' lies outside what is read"),
        ("cell: B2", "cell: B60001", ":13:10:", "'B60001' lies outside what is read"),
        ("skip: [Ghi chú]", "skip: [Cộng huyện]", ":11:22:", "'Cộng *' in total belongs to skip too"),
        ("skip: [Ghi chú]", "skip: ['Tổng*']", ":11:11:", "'Tổng cộng' in total belongs to skip too"),
    ],
)
def test_each_mistake_is_said_where_it_stands(
    tmp_path: Path, before: str, after: str, place: str, words: str
) -> None:
    assert before in GOOD
    found = complaints(tmp_path, GOOD.replace(before, after, 1))
    assert any(line.startswith(place) and words in line for line in found), found
    vietnamese = complaints(tmp_path, GOOD.replace(before, after, 1), Language.VI)
    assert len(vietnamese) == len(found)
    assert set(vietnamese).isdisjoint(found)


def test_a_layout_without_any_item_reads_nothing(tmp_path: Path) -> None:
    only_sums = GOOD.replace("item: settled", "sum_of: [settled]").replace(
        "item: pending", "sum_of: [pending]"
    )
    assert any("no column holds an item" in line for line in complaints(tmp_path, only_sums))
