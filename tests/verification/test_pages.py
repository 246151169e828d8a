"""A web page against the same one made again: what is read in it, and all that it is made of."""

from cchc_cli.verification.pages import compare_pages, provenance_text

PAGE = """<!doctype html><html lang="vi"><head><title>Báo cáo</title><style>b{color:red}</style>
<script type="application/json" id="cchc-provenance">{"a": 1}</script>
<script type="application/json" id="rows">[{"value": 85}]</script></head>
<body><h1>Kết quả</h1><h2>Hồ sơ trực tuyến</h2><table><tr><th>Cấp</th><th>Kết quả</th></tr>
<tr><td>1</td><td>Toàn tỉnh</td><td><b class="x" id="y">85,00%</b></td></tr></table>
<svg role="img" aria-label="85,00% so với 80%"><rect width="85" height="4"/></svg>
<form hidden><p role="status"></p></form>
<script>start()</script></body></html>"""


def difference(reported: str) -> str | None:
    found = compare_pages(reported, PAGE)
    return found.text.vi if found else None


def test_a_page_that_was_only_written_otherwise_is_the_same() -> None:
    written = PAGE.replace('class="x" id="y"', "id='y'  class=x").replace("85,00%</b>", "85&#44;00%</b>")
    assert difference(written.replace("<body>", "<!-- saved -->\n<BODY>\n")) is None


def test_a_page_that_a_browser_has_saved_while_it_ran_is_the_same() -> None:
    running = PAGE.replace("<form hidden>", "<form>").replace('status"></p>', 'status">Đang hiện 1/1</p>')
    assert difference(running) is None
    assert difference(PAGE.replace("<tr>", "<tr hidden>", 1)) is not None, "nothing may be hidden"


def test_a_changed_digit_is_named_with_its_heading_and_row() -> None:
    assert difference(PAGE.replace("85,00%</b>", "86,00%</b>")) == (
        "mục “Hồ sơ trực tuyến”, dòng “Toàn tỉnh”: trong báo cáo “86,00%”; tính lại “85,00%”"
    )


def test_what_is_only_heard_counts_too() -> None:
    assert "“86,00% so với 80%”" in str(difference(PAGE.replace('"85,00% so', '"86,00% so')))


def test_data_scripts_styles_and_drawings_are_compared() -> None:
    assert "dữ liệu trong trang (rows)" in str(difference(PAGE.replace('"value": 85', '"value": 86')))
    assert "chương trình trong trang" in str(difference(PAGE.replace("start()", "start(99)")))
    assert "kiểu trình bày" in str(difference(PAGE.replace("b{color:red}", "b:before{content:'9'}")))
    assert "mã trang" in str(difference(PAGE.replace('width="85"', 'width="95"')))


def test_what_it_was_made_from_is_found_and_is_no_difference() -> None:
    other = PAGE.replace('{"a": 1}', '{"a": 2}')
    assert provenance_text(other) == '{"a": 2}'
    assert provenance_text("<p>nothing") is None
    assert difference(other) is None
