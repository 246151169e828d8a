"""Answers about texts are given once for each, and never keep more than a little memory."""

import pytest

from cchc_cli import text_memory
from cchc_cli.text_memory import TextMemory


class Asked:
    """Counts how often it is asked about each text."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def __call__(self, text: str) -> int:
        self.texts.append(text)
        return len(text)


def test_a_text_is_asked_about_once() -> None:
    asked = Asked()
    memory = TextMemory(asked)
    assert [memory["xã"], *memory.of(["xã", "huyện"]), memory["huyện"]] == [2, 2, 5, 5]
    assert asked.texts == ["xã", "huyện"]


def test_a_long_text_is_not_kept() -> None:
    memory = TextMemory(len)
    assert memory["x" * 30_000] == 30_000
    assert not memory


def test_of_very_many_texts_few_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_memory, "_MOST", 10)
    memory = TextMemory(len)
    assert memory.of(map(str, range(1_000))) == [len(str(number)) for number in range(1_000)]
    assert len(memory) <= 10
