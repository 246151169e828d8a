"""Whatever a file says stays text on the page."""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from cchc_cli.dossier import Dossier
from cchc_cli.language import Language
from cchc_cli.reports.formats import PAPER_FORMATS
from cchc_cli.reports.presentation import Presentation
from cchc_cli.run import Run, Verdict
from tests.reports.hostile import hostile_dossier
from tests.reports.test_sinks import hostile_run

__all__ = ["hostile_run"]

_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@pytest.fixture
def page(
    hostile_run: Run, make_verdict: Callable[..., Verdict], make_dossier: Callable[..., Dossier]
) -> Callable[[Language], str]:
    dossier = hostile_dossier(hostile_run, make_verdict, make_dossier)
    return lambda language: PAPER_FORMATS["html"].write(dossier, Presentation(language)).decode("utf-8")


@pytest.mark.parametrize("language", Language)
def test_nothing_in_it_is_markup_or_unseen(page: Any, language: Language) -> None:
    text = page(language)
    assert {character for character in text if unicodedata.category(character) in _UNSEEN} <= {"\n"}
    assert "<script>alert" not in text
    assert len(re.findall(r"<script", text)) == len(re.findall(r"</script>", text)) == 2
    assert not re.search(r"(?:href|src)=\"(?!#|data:,)", text)


def test_it_stands_there_as_it_was_written(page: Any) -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page(Language.VI)
    assert "\\u202eđảo" in page(Language.VI)
