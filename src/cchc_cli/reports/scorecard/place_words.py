"""An agency's place among its peers, in words; and why it has none."""

from cchc_cli.language import Language, Text
from cchc_cli.level import Level
from cchc_cli.reports.numbers_text import quantity_text, telling_text
from cchc_cli.reports.requirement import unit_text
from cchc_cli.run import Run
from cchc_cli.scorecards.scorecard import Peers, Place, Row, Unplaced

PEERS = {
    Level.PROVINCE: Text("sở, ban, ngành tỉnh", "departments of the province"),
    Level.DISTRICT: Text("đơn vị cấp huyện", "districts"),
    Level.COMMUNE: Text("đơn vị cấp xã", "communes"),
}
_VERTICAL = Text(
    "cơ quan Trung ương theo ngành dọc đóng trên địa bàn tỉnh", "central agencies located in the province"
)
_OTHERS = Text("{level} không tính vào kết quả chung", "{level} outside the official pool")
_ENDED = Text("{group}, đến hết ngày {day}", "{group}, until {day}")
_GROUP = Text("{n} {whom}", "{n} {whom}")
_CLUSTER = Text("{n} {whom}, nhóm {cluster}", "{n} {whom}, group {cluster}")

_PLACE = Text("{rank}/{of}", "{rank} of {of}")
_TIED = Text("cùng thứ tự với {n} đơn vị khác", "shared with {n} more")
_MEDIAN = Text("trung vị nhóm {median}", "median of the group {median}")
_WHY = {
    Unplaced.ALONE: Text("chỉ đơn vị này báo cáo", "no other agency reports it"),
    Unplaced.NOT_RANKED: Text("không xếp thứ tự", "not ranked"),
    Unplaced.NO_FIGURE: Text("không có số liệu để so sánh", "no figure to compare"),
    Unplaced.SMALL: Text(
        "không so sánh: mẫu số {denominator}, nhỏ hơn {smallest}",
        "not compared: the denominator is {denominator}, below {smallest}",
    ),
    Unplaced.FEW: Text(
        "không so sánh: chỉ {comparable} đơn vị so sánh được, cần ít nhất {fewest}",
        "not compared: only {comparable} can be compared, {fewest} are needed",
    ),
}


def peers_words(peers: Peers, language: Language) -> str:
    """Whom an agency is compared with: "11 đơn vị cấp huyện"."""
    whom = PEERS[peers.level]
    if not peers.pooled:
        whom = _VERTICAL if peers.level is Level.PROVINCE else _OTHERS.filled(level=whom)
    group = _GROUP.filled(n=peers.size, whom=whom)
    if peers.cluster:
        group = _CLUSTER.filled(n=peers.size, whom=whom, cluster=peers.cluster)
    if peers.until is not None:
        group = _ENDED.filled(group=group, day=f"{peers.until:%d/%m/%Y}")
    return group.in_language(language)


def place_lines(run: Run, row: Row, language: Language) -> list[str]:
    """The place, who shares it and the middle of the group; or why there is none."""
    if row.place is None:
        return [_why(row, language)] if row.unplaced else []
    return [place_text(row.place, language), *_beside(run, row, row.place, language)]


def place_text(place: Place, language: Language) -> str:
    """The bare place: "7/19"."""
    return _PLACE.filled(rank=place.rank, of=place.of).in_language(language)


def median_words(run: Run, row: Row, place: Place, language: Language) -> str:
    """The middle of the group: "trung vị nhóm 61,20%"."""
    unit = unit_text(run, row.verdict, language)
    return _MEDIAN.filled(median=telling_text(place.median, None, unit, language)).in_language(language)


def _beside(run: Run, row: Row, place: Place, language: Language) -> list[str]:
    tied = [_TIED.filled(n=place.tied).in_language(language)] if place.tied else []
    return [*tied, median_words(run, row, place, language)]


def _why(row: Row, language: Language) -> str:
    if row.unplaced is None:
        return ""
    facts = {}
    if row.comparability is not None:
        denominator = row.verdict.denominator
        facts = {
            "smallest": quantity_text(row.comparability.smallest, language),
            "denominator": "–" if denominator is None else quantity_text(denominator, language),
            "comparable": str(row.comparability.comparable),
            "fewest": str(row.comparability.fewest),
        }
    return _WHY[row.unplaced].filled(**facts).in_language(language)
