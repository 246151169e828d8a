"""Writes everything in `examples/` that is made by a program, the same bytes every time.

    python scripts/make_examples.py                    what stands in the repository
    python scripts/make_examples.py --full FOLDER      also the form of every agency: some 200 a year

The illustrative province is made up (package `illustrative`); the workbooks in `examples/published/` are
made from the published figures beside them.
"""

import argparse
import shutil
from collections.abc import Iterable
from pathlib import Path

from cchc_cli.catalogue.load import load_catalogue
from cchc_cli.level import Level
from cchc_cli.period import Period
from cchc_cli.registry.load import load_registry
from illustrative.export import export_workbook
from illustrative.form import form_workbook
from illustrative.matrix import matrix_workbook
from illustrative.province import Province, Row
from illustrative.published import write_published
from illustrative.saving import save
from illustrative.stretch import YEARS

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
YEAR = 2024
FORMS = {
    "SNV": "so-noi-vu",
    "VPUBND": "van-phong-ubnd-tinh",
    "821": "huyen-chau-thanh",
    "28249": "phuong-5-my-tho",
}
TITLE = "Số liệu minh họa"
EXPORT = f"ket-xuat-cap-xa-{YEAR}.xlsx"

READ_FIRST = (
    "Tệp này do scripts/make_examples.py tạo ra để thử chương trình. Mọi con số đều được sinh tự động theo "
    "độ lớn thường gặp, không lấy từ báo cáo nào; tên đơn vị là thật, số liệu thì không. Không được trích "
    "dẫn.",
    "Mỗi dòng là một đơn vị, mỗi cột là một số liệu báo cáo, đầu cột là mã số liệu trong targets.yaml. Ô "
    "trống: đơn vị không phải báo cáo số liệu ấy, hoặc chưa có số liệu.",
    "Vài đơn vị chưa gửi báo cáo hoặc còn để trống, như trong thực tế: kết quả khi ấy là tạm tính.",
    "This workbook was made by scripts/make_examples.py to try the program. Every figure is made up, of the "
    "size usual in the trade; the names of the agencies are real, the figures are not. Never cite it.",
)
TERRITORY = (
    "Năm 2025: cấp huyện và các xã, phường, thị trấn cũ báo cáo 6 tháng đầu năm, đến ngày kết thúc "
    "30/06/2025; các xã, phường mới báo cáo phần phát sinh từ 01/07/2025, ghi kỳ Năm 2025; sở, ban, ngành "
    "báo cáo cả năm. Xã, phường ngoài địa bàn Tiền Giang cũ không cộng vào số liệu chính thức, chỉ để tham "
    "khảo.",
    "2025: districts and the communes until 30/06/2025 report the first half-year; the communes since "
    "01/07/2025 what arose since that day, under the period 2025; departments the whole year. Communes "
    "outside the former territory are not counted in official figures.",
)


def main() -> None:
    """Writes the examples, and with `--full` the forms of the whole province."""
    parser = argparse.ArgumentParser(description="Writes the workbooks of examples/.")
    parser.add_argument("--into", type=Path, default=EXAMPLES, help="the folder to write to (examples/)")
    parser.add_argument("--full", type=Path, help="also write every agency's form, by year, into this folder")
    parser.add_argument(
        "--years", type=int, nargs="+", choices=YEARS, default=YEARS, help="the years of --full"
    )
    arguments = parser.parse_args()
    province = Province(load_catalogue(ROOT / "targets.yaml"), load_registry(ROOT / "agencies.yaml"))
    write_matrices(province, arguments.into)
    write_forms(province, arguments.into / "forms")
    save(export_workbook(province, YEAR), arguments.into / "layouts" / EXPORT, TITLE)
    copy_published(arguments.into / "published")
    write_published(arguments.into / "published")
    if arguments.full:
        write_province(province, arguments.full, arguments.years)


def write_matrices(province: Province, folder: Path) -> None:
    """`data.xlsx` for the full year 2024, and a workbook for each year."""
    for year in YEARS:
        rows = province.rows(year)
        lines = (*READ_FIRST, *(TERRITORY if year == YEARS[-1] else ()))
        paths = [folder / "years" / f"{year}.xlsx", *([folder / "data.xlsx"] if year == YEAR else [])]
        for path in paths:
            workbook = matrix_workbook(rows, province.catalogue.items, province.registry, lines)
            save(workbook, path, TITLE)


def write_forms(province: Province, folder: Path) -> None:
    """A few forms as they come in; the district's with the sheet of its communes."""
    rows = province.rows(YEAR)
    for code, name in FORMS.items():
        row = next(row for row in rows if row.of.code == code)
        save(form_workbook(province, row, communes_of(row, rows)), folder / f"{name}-{YEAR}.xlsx", TITLE)


def communes_of(row: Row, rows: list[Row]) -> list[Row]:
    """The rows of a district's communes; none where the agency is no district."""
    if row.of.level is not Level.DISTRICT:
        return []
    return [other for other in rows if other.of.agency.parent == row.of.code]


def write_province(province: Province, folder: Path, years: Iterable[int]) -> None:
    """The form of every agency that sent one, communes on their own, a folder for each year."""
    for year in years:
        for row in province.rows(year):
            save(form_workbook(province, row), folder / str(year) / _file_name(row), TITLE)
        print(f"{year}: {len(province.rows(year))} forms")


def _file_name(row: Row) -> str:
    """The code; with the period where that is not the year, for another agency may bear the code later."""
    whole_year = row.of.period == Period.of_year(row.of.year)
    return f"{row.of.code}.xlsx" if whole_year else f"{row.of.code}-{row.of.period}.xlsx"


def copy_published(folder: Path) -> None:
    """The published figures themselves, where the examples are written elsewhere."""
    source = EXAMPLES / "published"
    if folder.resolve() == source.resolve():
        return
    folder.mkdir(parents=True, exist_ok=True)
    for path in source.glob("*.csv"):
        shutil.copyfile(path, folder / path.name)


if __name__ == "__main__":
    main()
