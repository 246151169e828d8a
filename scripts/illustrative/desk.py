"""Work that never shows at the counter: law enforcement tasks, documents, inspections, meetings."""

from cchc_cli.level import Level
from illustrative.chance import between, draw, part_of, skewed, whole
from illustrative.stretch import Stretch
from illustrative.trends import rate

_PARTS = {
    "law-enforcement-tasks-due": "law-enforcement-tasks-completed",
    "work-files": "work-files-online",
    "documents-exchanged": "documents-exchanged-electronically",
    "inspections": "inspections-online",
    "meetings": "meetings-in-the-system",
}
_YEARLY: dict[str, dict[Level, tuple[float, float]]] = {
    "law-enforcement-tasks-due": {
        Level.PROVINCE: (5, 17),
        Level.DISTRICT: (8, 19),
        Level.COMMUNE: (3, 10),
    },
    "work-files": {
        Level.PROVINCE: (740, 13_600),
        Level.DISTRICT: (4_100, 14_800),
        Level.COMMUNE: (310, 1_740),
    },
    "documents-exchanged": {
        Level.PROVINCE: (1_650, 15_900),
        Level.DISTRICT: (5_200, 17_300),
        Level.COMMUNE: (620, 2_480),
    },
    "inspections": {Level.PROVINCE: (4, 61), Level.DISTRICT: (11, 47), Level.COMMUNE: (3, 19)},
    "meetings": {Level.PROVINCE: (41, 58), Level.DISTRICT: (33, 84), Level.COMMUNE: (22, 57)},
}
_FEW = 100


def desk_figures(of: Stretch) -> dict[str, int]:
    """The figures of everything an agency does at its desks; what it isn't asked for comes too."""
    figures: dict[str, int] = {}
    for whole_item, part_item in _PARTS.items():
        total = _yearly(whole_item, of)
        figures |= {whole_item: total, part_item: _part(part_item, total, of)}
    return {**figures, **_legal_documents(of)}


def _yearly(item: str, of: Stretch) -> int:
    low, high = _YEARLY[item][of.level]
    most, *others = of.parts
    usual = skewed(low, high, most.agency.code, item) * between(0.88, 1.14, of.code, item, of.year)
    taken = sum(skewed(low, high, part.agency.code, item) * part.share for part in others) * 0.6
    return max(1, whole((usual * most.share) + taken))


def _part(item: str, total: int, of: Stretch) -> int:
    """Of a few, one by one: most agencies then complete every task, and some hold no meeting online."""
    reached = rate(item, of)
    if total > _FEW:
        return part_of(total, reached)
    return sum(draw(of.code, item, of.year, number) < reached for number in range(total))


def _legal_documents(of: Stretch) -> dict[str, int]:
    """Documents to be reviewed: many in the province, a few in a district, hardly any in a commune."""
    ranges = {Level.PROVINCE: (57, 98), Level.DISTRICT: (0, 10), Level.COMMUNE: (0, 2)}
    low, high = ranges[of.level]
    spread = (high - low) * draw(of.code, of.year, "legal documents") ** (1.6 if low == 0 else 1)
    due = whole(low + spread * of.share) if low == 0 else whole(low + spread)
    lacking = sum(draw(of.code, of.year, "not reviewed", number) > 0.985 for number in range(due))
    return {"legal-documents-to-review": due, "legal-documents-reviewed": due - lacking}
