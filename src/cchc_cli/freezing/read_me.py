"""What a frozen folder says of itself to whoever opens it."""

from cchc_cli.freezing.manifest import Manifest
from cchc_cli.language import Language, Text
from cchc_cli.period import Period

_CONTENT = Text(
    """THƯ MỤC LƯU SỐ LIỆU VÀ KẾT QUẢ (cchc freeze)

Kỳ: {periods}
Chương trình lập: {tool}; {files} tệp số liệu.

Trong thư mục:
  inputs/         các tệp số liệu, chép nguyên từng byte
  targets.yaml    danh mục chỉ tiêu
  agencies.yaml   danh mục đơn vị
  layout.yaml     bố cục bảng số liệu (chỉ khi có dùng)
  run.json        kết quả đã tính, kèm từng số liệu đã đọc
  freeze.json     danh sách tệp và mã băm SHA-256
  SHA256SUMS      cũng danh sách ấy, cho chương trình sha256sum

Cách kiểm tra:
  sha256sum -c SHA256SUMS        (trong thư mục này) tệp nào đã bị sửa
  cchc verify THƯ_MỤC            kiểm tra mã băm và tính lại run.json
  cchc verify BÁO_CÁO THƯ_MỤC    tính lại một báo cáo từ thư mục này
  cchc compare THƯ_MỤC_CŨ THƯ_MỤC_MỚI

Không ghi ngày giờ: cùng số liệu cho cùng từng byte. Hãy ghi mã băm của freeze.json vào biên bản.
""",
    """KEPT FIGURES AND RESULTS (cchc freeze)

Period: {periods}
Made by: {tool}; workbooks: {files}.

In this folder:
  inputs/         the workbooks, copied byte for byte
  targets.yaml    the catalogue of targets
  agencies.yaml   the registry of agencies
  layout.yaml     the layout of tables (only where one was used)
  run.json        the run, with every figure that was read
  freeze.json     the list of files and their SHA-256
  SHA256SUMS      the same list, for sha256sum

How to check it:
  sha256sum -c SHA256SUMS      (in this folder) which file was changed
  cchc verify FOLDER           checks the hashes and computes run.json again
  cchc verify REPORT FOLDER    computes a report again from this folder
  cchc compare OLD_FOLDER NEW_FOLDER

No date is written here: the same figures give the same bytes. Keep the hash of freeze.json in the minutes.
""",
)
_RULE = "-" * 72


def read_me(manifest: Manifest) -> str:
    """The text in both languages."""
    made_from = manifest.made_from
    periods = [Period.parse(period) for period in made_from.asked.periods]
    return f"\n{_RULE}\n\n".join(
        _CONTENT.in_language(language).format(
            periods=", ".join(period.in_words(language) for period in periods) or "-",
            tool=f"{made_from.tool.name} {made_from.tool.version}",
            files=made_from.files,
        )
        for language in Language
    )
