"""A real browser for pages that people open: Debian's chromium, driven by Playwright."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.omission import omit
from tests.reports.conftest import data, example_dossier, example_run, make_dossier, make_run, make_verdict

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["data", "example_dossier", "example_run", "make_dossier", "make_run", "make_verdict"]

_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """One browser for all tests of a session; where there is none, the tests are left out."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        omit("chromium is not installed")
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        omit("playwright is not installed")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=_QUIET)
        yield opened
        opened.close()


class Visit:
    """A page that was opened, and everything it should not do."""

    def __init__(self, page: "Page") -> None:
        self.page = page
        self.complaints: list[str] = []
        """Errors and warnings of the console, and of scripts."""
        self.requests: list[str] = []
        """Every address asked for, but the page's own and those within it."""
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self._asked(request.url))
        page.on("dialog", lambda dialog: self._dialog(dialog.message))

    def open(self, path: Path) -> None:
        self.page.goto(path.as_uri())

    def _asked(self, address: str) -> None:
        if not address.startswith(("file:", "data:")):
            self.requests.append(address)

    def _dialog(self, message: str) -> None:
        self.complaints.append(f"dialog: {message}")


@pytest.fixture
def visit(browser: "Browser") -> "Iterator[Visit]":
    """A desktop's window; whatever a page complains of or asks for fails the test that opened it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi")
    opened = Visit(context.new_page())
    yield opened
    context.close()
    assert opened.complaints == []
    assert opened.requests == []
