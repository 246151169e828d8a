"""Takes the pictures of docs/pictures/: every report as its reader sees it, from the illustrative figures.

    python scripts/make_pictures.py            all of them
    python scripts/make_pictures.py page-phone some of them

Pages are opened in the real browser, workbooks and documents by the real LibreOffice; `soffice`, `chromium`
and `pdftoppm` must be there. Pictures depend on fonts and versions, so no test holds their bytes.
"""

import contextlib
import io
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from cchc_cli.cli.main import run

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
YEARS = ROOT / "examples" / "years"
YEAR = "2024"
CHROMIUM = "/usr/bin/chromium"
QUIET_BROWSER = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
COLOURS = 128
DESKTOP, PHONE = (1280, 960), (390, 844)
DOTS_PER_INCH = "80"


@dataclass(frozen=True, slots=True)
class Made:
    """Everything that was made to be photographed."""

    folder: Path
    browser: Browser

    @property
    def page(self) -> Path:
        return self.folder / "report.html"

    def card(self, code: str) -> Path:
        """The scorecard of an agency; its file begins with the code."""
        return next((self.folder / "cards").rglob(f"{code}*.html"))


def main() -> None:
    """Makes the reports once, then the pictures that were asked for."""
    asked = sys.argv[1:] or list(_SHOTS)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        made = Made(Path(folder), playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET_BROWSER))
        _make_reports(made.folder)
        PICTURES.mkdir(parents=True, exist_ok=True)
        for name in asked:
            _save(PICTURES / f"{name}.png", _SHOTS[name](made))
            print(name)
        made.browser.close()


def _make_reports(folder: Path) -> None:
    outputs = [f"-o{folder / name}" for name in ("report.html", "report.xlsx", "report.docx")]
    _cchc("evaluate", str(YEARS), "--period", YEAR, "--fail-on", "never", "-q", *outputs)
    _cchc("scorecard", str(YEARS), "--year", YEAR, "-o", str(folder / "cards"), "--fail-on", "never", "-q")


def _cchc(*arguments: str) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        code = run(list(arguments))
    if code not in (0, 3):
        raise SystemExit(f"cchc {' '.join(arguments)} ended with {code}")


def _screen(path: Callable[[Made], Path], size: tuple[int, int]) -> Callable[[Made], bytes]:
    def shot(made: Made) -> bytes:
        page = made.browser.new_page(viewport={"width": size[0], "height": size[1]})
        page.goto(path(made).as_uri())
        picture = page.screenshot()
        page.close()
        return picture

    return shot


def _printed(path: Callable[[Made], Path], number: int) -> Callable[[Made], bytes]:
    def shot(made: Made) -> bytes:
        page = made.browser.new_page()
        page.goto(path(made).as_uri())
        pdf = made.folder / "printed.pdf"
        pdf.write_bytes(page.pdf(format="A4", prefer_css_page_size=True))
        page.close()
        return _page_of(pdf, number)

    return shot


def _paper(name: str, number: int) -> Callable[[Made], bytes]:
    def shot(made: Made) -> bytes:
        profile = f"-env:UserInstallation=file://{made.folder / 'office'}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(made.folder)]
        subprocess.run([*command, str(made.folder / name)], check=True, capture_output=True)
        return _page_of((made.folder / name).with_suffix(".pdf"), number)

    return shot


def _page_of(pdf: Path, number: int) -> bytes:
    command = ["pdftoppm", "-png", "-r", DOTS_PER_INCH, "-f", str(number), "-l", str(number), str(pdf)]
    return subprocess.run(command, check=True, capture_output=True).stdout


def _save(path: Path, picture: bytes) -> None:
    """Few colours are enough for text and charts, and keep the repository small."""
    with Image.open(io.BytesIO(picture)) as image:
        image.convert("RGB").quantize(COLOURS).save(path, optimize=True)


_SHOTS: dict[str, Callable[[Made], bytes]] = {
    "page-desktop": _screen(lambda made: made.page, DESKTOP),
    "page-phone": _screen(lambda made: made.page, PHONE),
    "page-print": _printed(lambda made: made.page, 1),
    "workbook-summary": _paper("report.xlsx", 1),
    "document-first-page": _paper("report.docx", 1),
    "scorecard": _screen(lambda made: made.card("821"), DESKTOP),
    "scorecard-index": _screen(lambda made: made.folder / "cards" / "index.html", DESKTOP),
}


if __name__ == "__main__":
    main()
