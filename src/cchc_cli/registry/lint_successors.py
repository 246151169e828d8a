"""What may be wrong with who carries on whose work: nobody, nobody on that day, itself, or a circle."""

from collections.abc import Iterator
from datetime import date, timedelta

from cchc_cli.language import Text
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry

_DAY = timedelta(days=1)

Objection = tuple[Agency, Text]
"""The life whose line is wrong, and what is wrong with it."""


def successor_objections(registry: Registry) -> Iterator[Objection]:
    """Each end that loses somebody's work, or leads nowhere.

    Whoever carries on exists on the day after; so each step goes forward in time, never in a circle.
    """
    for agency in registry.agencies:
        if agency.last_day != date.max:
            yield from _at_the_end(registry, agency)
        elif agency.successors:
            yield agency, _without_end(agency)


def _at_the_end(registry: Registry, agency: Agency) -> Iterator[Objection]:
    back = _comes_back(registry, agency)
    if back is not None:
        yield back, _gap(agency, back)
        return
    if not agency.successors and _level_lives_on(registry, agency):
        yield agency, _lost(agency, _next_life(registry, agency))
    for code in dict.fromkeys(agency.successors):
        if not _is_there(registry, agency, code):
            yield agency, _absent(registry, agency, code)


def _comes_back(registry: Registry, agency: Agency) -> Agency | None:
    """The next life of its code where days lie between, and nobody else is said to have carried on."""
    following = _next_life(registry, agency)
    if following is None or following.first_day == agency.last_day + _DAY:
        return None
    return following if set(agency.successors) <= {agency.code} else None


def _next_life(registry: Registry, agency: Agency) -> Agency | None:
    later = (life for life in registry.lives_by_code[agency.code] if life.first_day > agency.last_day)
    return next(later, None)


def _level_lives_on(registry: Registry, agency: Agency) -> bool:
    last_day = registry.last_day_of(agency.level)
    return last_day is not None and last_day > agency.last_day


def _is_there(registry: Registry, agency: Agency, code: str) -> bool:
    """Whether a successor exists on the day after."""
    return any(life.exists_on(agency.last_day + _DAY) for life in registry.lives_by_code.get(code, ()))


def _absent(registry: Registry, agency: Agency, code: str) -> Text:
    """What to say of a successor that does not exist on the day after."""
    if code == agency.code:
        return _into_itself(agency)
    circle = _circle(registry, agency, code)
    if circle:
        return _in_a_circle(agency, circle)
    lives = registry.lives_by_code.get(code, ())
    if lives and lives[-1].last_day <= agency.last_day:
        return _backwards(agency, lives[-1])
    return _not_there(agency, code)


def _circle(registry: Registry, agency: Agency, code: str) -> tuple[str, ...]:
    """The codes from a life over its successors back to itself, all of which ended by its last day."""
    path: dict[str, tuple[str, ...]] = {code: (agency.code, code)}
    waiting = [code]
    while waiting:
        here = waiting.pop(0)
        ended = [life for life in registry.lives_by_code.get(here, ()) if life.last_day <= agency.last_day]
        for following in dict.fromkeys(one for life in ended[-1:] for one in life.successors):
            if following == agency.code:
                return (*path[here], following)
            if following not in path:
                path[following] = (*path[here], following)
                waiting.append(following)
    return ()


def _without_end(agency: Agency) -> Text:
    return Text(
        f"“{agency.code}” có đơn vị tiếp nhận nhưng chưa có valid_until; hãy ghi ngày kết thúc",
        f"'{agency.code}' has successors but no valid_until; give its last day",
    )


def _gap(agency: Agency, back: Agency) -> Text:
    return Text(
        f"mã “{agency.code}” kết thúc ngày {agency.last_day:%d/%m/%Y} (dòng {agency.line}) rồi có lại từ ngày"
        f" {back.first_day:%d/%m/%Y}, ở giữa không có đơn vị nào; hãy sửa các ngày, hoặc ghi đơn vị tiếp nhận"
        " vào successors",
        f"the code '{agency.code}' ends on {agency.last_day} (line {agency.line}) and is back from"
        f" {back.first_day}, with nobody on the days between; correct the dates, or name in successors who"
        " carried on",
    )


def _lost(agency: Agency, following: Agency | None) -> Text:
    itself = Text("", "")
    if following is not None:
        itself = Text(
            f" (chính “{agency.code}” nếu dòng {following.line} vẫn là đơn vị ấy)",
            f" ('{agency.code}' itself if line {following.line} is still the same agency)",
        )
    return Text(
        f"“{agency.code}” kết thúc ngày {agency.last_day:%d/%m/%Y} mà không ghi đơn vị tiếp nhận, trong khi"
        f" cấp của nó vẫn còn; hãy ghi successors{itself.vi}",
        f"'{agency.code}' ends on {agency.last_day} and nobody carries its work on, though its level lives"
        f" on; give its successors{itself.en}",
    )


def _into_itself(agency: Agency) -> Text:
    day = agency.last_day + _DAY
    return Text(
        f"“{agency.code}” ghi chính nó là đơn vị tiếp nhận nhưng không có dòng nào của mã này từ ngày"
        f" {day:%d/%m/%Y}; hãy thêm dòng ấy, hoặc ghi đơn vị tiếp nhận khác",
        f"'{agency.code}' is its own successor, but no line of this code begins on {day}; add that line, or"
        " name another successor",
    )


def _in_a_circle(agency: Agency, circle: tuple[str, ...]) -> Text:
    path = " → ".join(circle)
    return Text(
        f"đơn vị tiếp nhận đi vòng tròn: {path}; “{agency.code}” kết thúc ngày {agency.last_day:%d/%m/%Y},"
        " hãy ghi đơn vị tồn tại ngày hôm sau",
        f"the successors go round in a circle: {path}; '{agency.code}' ends on {agency.last_day}, name one"
        " that exists on the day after",
    )


def _backwards(agency: Agency, successor: Agency) -> Text:
    return Text(
        f"đơn vị tiếp nhận “{successor.code}” (dòng {successor.line}) đã kết thúc ngày"
        f" {successor.last_day:%d/%m/%Y}, không sau “{agency.code}”; hãy ghi đơn vị tồn tại ngày"
        f" {agency.last_day + _DAY:%d/%m/%Y}",
        f"the successor '{successor.code}' (line {successor.line}) ended on {successor.last_day} already, not"
        f" after '{agency.code}'; name one that exists on {agency.last_day + _DAY}",
    )


def _not_there(agency: Agency, code: str) -> Text:
    day = agency.last_day + _DAY
    return Text(
        f"đơn vị tiếp nhận “{code}” của “{agency.code}” không tồn tại ngày {day:%d/%m/%Y}; hãy sửa"
        " successors hoặc các ngày",
        f"the successor '{code}' of '{agency.code}' does not exist on {day}; correct successors or the dates",
    )
