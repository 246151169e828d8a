"""What resolutions did to the communes: who ended, who carried on, who got another name.

The snapshots of the official list say what changed, the resolutions when and into what. A change that no
event explains stops the script.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cchc_cli.language import Text
from official_map.sources import Commune

Communes = Mapping[str, Commune]

_SECOND_HAND = Text(
    "Đơn vị tiếp nhận lấy theo nguồn thứ cấp, chưa đối chiếu với nghị quyết",
    "Who took over is from a secondary source, not yet held against the resolution",
)
_CODE_OF_WARD_4 = Text(
    "Nghị quyết nhập Phường 4 vào Phường 1, nhưng danh mục giữ mã 28300 của Phường 4 cho Phường 1 mới và bỏ"
    " mã 28303; ở đây ghi theo danh mục",
    "The resolution merged Phường 4 into Phường 1, but the list kept the code of Phường 4 (28300) for the new"
    " Phường 1 and dropped 28303; the list is followed here",
)


@dataclass(frozen=True)
class Event:
    """What one resolution did: codes that ended → who carries on, codes that got another name."""

    last_day: str
    first_day: str
    resolution: str
    merged: Mapping[str, str] = field(default_factory=dict)
    renamed: tuple[str, ...] = ()
    notes: Mapping[str, Text] = field(default_factory=dict)
    """What is uncertain about a code's end."""


EVENTS = (
    Event("2022-09-30", "2022-10-01", "569/NQ-UBTVQH15", renamed=("28471",)),
    Event(
        "2024-04-30",
        "2024-05-01",
        "1013/NQ-UBTVQH15",
        merged={"28303": "28300", "28294": "28297"},
        renamed=("28300", "28309", "28312", "28315", "28318"),
        notes={"28300": _CODE_OF_WARD_4, "28303": _CODE_OF_WARD_4},
    ),
    Event(
        "2024-10-31",
        "2024-11-01",
        "1202/NQ-UBTVQH15",
        merged={
            "28255": "28261",
            "28258": "28264",
            "28267": "28264",
            "28531": "28519",
            "28546": "28564",
            "28555": "28564",
        },
        notes=dict.fromkeys(("28255", "28258", "28267", "28546", "28555"), _SECOND_HAND),
    ),
)
LAST_DAY, FIRST_DAY, RESOLUTION = "2025-06-30", "2025-07-01", "1663/NQ-UBTVQH15"
"""The end of all communes of Tiền Giang, and the beginning of those of the new Đồng Tháp."""


def check_events(before: Communes, after: Communes) -> None:
    """Stops with a message where the events are not exactly the differences of the snapshots."""
    merged = {code for event in EVENTS for code in event.merged}
    renamed = {code for event in EVENTS for code in event.renamed}
    changed = {code for code in before.keys() & after.keys() if before[code].name != after[code].name}
    unexplained = (merged ^ (before.keys() - after.keys())) | (renamed ^ changed)
    unexplained |= after.keys() - before.keys()
    unexplained |= {
        code for code in before.keys() & after.keys() if before[code].district != after[code].district
    }
    if unexplained:
        raise SystemExit(f"no event explains these codes, or no change these events: {sorted(unexplained)}")


def events_of(code: str) -> Iterator[Event]:
    """The events in which a code ended or got another name, oldest first."""
    return (event for event in EVENTS if code in event.merged or code in event.renamed)
