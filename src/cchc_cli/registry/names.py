"""Finding agencies as people write them: by code, or by name and parent."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from cchc_cli.language import Text
from cchc_cli.nearness import close_matches
from cchc_cli.period import Period
from cchc_cli.plain_text import plain, without_tones
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry

_COMMITTEE = plain("Ủy ban nhân dân")
_ABBREVIATED_TYPE = re.compile(r"^(?:(tp|tx|tt)(?:\. ?| )|([hpx])\. ?)")
_TYPES = {"tp": "thành phố", "tx": "thị xã", "tt": "thị trấn", "h": "huyện", "p": "phường", "x": "xã"}
_LEADING_ZEROS = re.compile(r"\b0+(?=\d)")
_PARENT_FOLLOWS = re.compile(r" ?[,-] ?| (?:thuộc )?(?=(?:huyện|thị xã|thành phố|tp|tx|h\.)[ .])")
_MOST_NEAR = 3
_MOST_REMEMBERED = 4096
"""A workbook names its agency several times, a table of many periods in many rows."""
_VERY_NEAR = 0.85
_LONGEST = 300
"""No agency's name is longer, with all that stands around it."""


class NameMatch(NamedTuple):
    """What a written code or name means: one agency, several, or none but some near names.

    `agencies` are lives. More than one: the name is ambiguous, with one life for each code it may mean.
    A life may lie outside the period asked about: the agency is known, but did not exist then.
    """

    agencies: tuple[Agency, ...]
    near: tuple[Agency, ...] = ()
    """What may have been meant, nearest first; only where nothing matches."""

    @property
    def agency(self) -> Agency | None:
        """The one agency that is meant; None where there is none or more than one."""
        return self.agencies[0] if len(self.agencies) == 1 else None


class AgencyNames:
    """The names of a registry, for finding agencies in what people wrote.

    Case, spaces, Unicode form, tone placement and kinds of dashes make no difference, nor do "UBND" in
    front, the province behind, or "TP." for "Thành phố". Tones and letters do.
    """

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        provinces = [registry.province, *(name for _, name in registry.province_renamed)]
        names = "".join(f"|{re.escape(plain(name.vi))}" for name in provinces if name)
        self._province_behind = re.compile(rf"(?:[ ,-]+(?:tỉnh{names}))+$")
        self._by_code = {plain(code): lives for code, lives in registry.lives_by_code.items()}
        self._found: dict[tuple[str, str | None], Sequence[Agency]] = {}
        self._by_name: dict[str, list[Agency]] = {}
        for agency in registry.agencies:
            self._by_name.setdefault(self._key(agency.name.vi), []).append(agency)

    def find(self, text: str, parent: str | None = None, period: Period | None = None) -> NameMatch:
        """The agency that a code or a name means; `parent` is written the same way.

        The parent may also stand behind the name ("Phường 1, thành phố Mỹ Tho"). Of several lives with
        the name, those of the period's last day come first, then those of any of its days.
        """
        known = self.known(text, parent, period)
        return NameMatch(known) if known else NameMatch((), self._near(text, parent, period))

    def known(self, text: str, parent: str | None = None, period: Period | None = None) -> tuple[Agency, ...]:
        """The agencies that a code or a name means, without a look at what may have been meant."""
        return _timely(self.lives(text, parent), period)

    def lives(self, text: str, parent: str | None = None) -> Sequence[Agency]:
        """Every life that a code or a name may mean, of whichever time."""
        if len(text) > _LONGEST:
            return ()
        if parent is not None and len(parent) > _LONGEST:
            return self._lives(text, parent)
        found = self._found.get((text, parent))
        if found is None:
            found = self._lives(text, parent)
            # Threads of a cluster's worker share this: what was found is not looked up again.
            if len(self._found) >= _MOST_REMEMBERED:
                self._found.clear()
            self._found[text, parent] = found
        return found

    def _lives(self, text: str, parent: str | None) -> Sequence[Agency]:
        by_code = self._by_code.get(plain(text))
        if by_code:
            return by_code
        for name, above in self._readings(text, parent):
            lives = self._by_name.get(name, [])
            if lives and above is not None:
                parents = {life.code for life in self.lives(above)}
                lives = [life for life in lives if life.parent in parents]
            if lives:
                return lives
        return ()

    def misspellings_of(self, agencies: Iterable[Agency]) -> Callable[[str], bool]:
        """Whether a text that is no agency's name is very nearly that of one of these.

        Tones or a few letters may be wrong. What only lacks the first words of a name ("Nội vụ") is another
        word, such as a field of work.
        """
        names: dict[int, dict[str, None]] = {}
        for agency in agencies:
            name = without_tones(self._key(agency.name.vi))
            names.setdefault(len(name.split()), {})[name] = None

        @cache
        def is_misspelt(text: str) -> bool:
            written = without_tones(self._key(text[:_LONGEST]))
            words = len(written.split())
            alike = [name for count in (words - 1, words, words + 1) for name in names.get(count, ())]
            near = close_matches(written, alike, most=1, cutoff=_VERY_NEAR)
            return bool(near) and not near[0].endswith(f" {written}")

        return is_misspelt

    def label(self, agency: Agency) -> Text:
        """Name, parent and code, so that namesakes can be told apart."""
        parent = self._parent(agency)
        if parent is None:
            return Text(f"{agency.name.vi} ({agency.code})", f"{agency.name.en} ({agency.code})")
        return Text(
            f"{agency.name.vi}, {parent.name.vi} ({agency.code})",
            f"{agency.name.en}, {parent.name.en} ({agency.code})",
        )

    def _readings(self, text: str, parent: str | None) -> Iterator[tuple[str, str | None]]:
        key = self._key(text)
        yield key, parent
        for split in reversed(list(_PARENT_FOLLOWS.finditer(key))):
            yield key[: split.start()], key[split.end() :]

    def _key(self, text: str) -> str:
        name = plain(text).replace(_COMMITTEE, "ubnd").removeprefix("ubnd ")
        name = self._province_behind.sub("", name)
        name = _ABBREVIATED_TYPE.sub(lambda match: f"{_TYPES[match[1] or match[2]]} ", name)
        return _LEADING_ZEROS.sub("", name)

    def _parent(self, agency: Agency) -> Agency | None:
        """The last life of the parent that the agency lived under."""
        lives = self._registry.lives_by_code.get(agency.parent or "", ())
        together = [life for life in lives if life.exists_beside(agency)]
        return together[-1] if together else None

    def _near(self, text: str, parent: str | None, period: Period | None) -> tuple[Agency, ...]:
        if len(text) > _LONGEST:
            return ()
        written = self._key(text) if parent is None else f"{self._key(text)}, {self._key(parent)}"
        forms = close_matches(without_tones(written), self._forms, most=2 * _MOST_NEAR)
        lives = [life for form in forms for life in self._forms[form]]
        if period is not None:
            lives = [life for life in lives if life.exists_during(period)]
        return _one_for_each_code(lives)[:_MOST_NEAR]

    @cached_property
    def _forms(self) -> dict[str, list[Agency]]:
        """Every code and name in bare letters, alone and with the parent."""
        forms: dict[str, list[Agency]] = {}
        for agency in self._registry.agencies:
            name = self._key(agency.name.vi)
            parent = self._parent(agency)
            written = {plain(agency.code), name}
            if parent is not None:
                written.add(f"{name}, {self._key(parent.name.vi)}")
            for form in written:
                forms.setdefault(without_tones(form), []).append(agency)
        return forms


def _timely(lives: Sequence[Agency], period: Period | None) -> tuple[Agency, ...]:
    if len(lives) <= 1:
        return tuple(lives)
    if period is not None:
        lasting = [life for life in lives if life.exists_on(period.end)]
        lives = lasting or [life for life in lives if life.exists_during(period)] or lives
    return _one_for_each_code(lives)


def _one_for_each_code(lives: Iterable[Agency]) -> tuple[Agency, ...]:
    latest: dict[str, Agency] = {}
    for life in lives:
        if life.code not in latest or latest[life.code].first_day < life.first_day:
            latest[life.code] = life
    return tuple(latest.values())
