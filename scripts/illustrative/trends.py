"""How far each kind of work has come, year by year and level by level, in percent.

The magnitudes are those of the trade in 2021-2025; every agency stands somewhat above or below.
"""

from cchc_cli.level import Level
from illustrative.chance import leaning, shifted
from illustrative.stretch import YEARS, Stretch

_Rates = tuple[float, float, float, float, float]

_TRENDS: dict[str, dict[Level, _Rates]] = {
    "dossiers-online": {
        Level.PROVINCE: (11.2, 27.5, 46.3, 62.9, 73.8),
        Level.DISTRICT: (2.3, 14.1, 37.4, 51.8, 60.7),
        Level.COMMUNE: (1.9, 15.2, 38.8, 53.6, 64.9),
    },
    "dossiers-settled-early": {
        Level.PROVINCE: (63.5, 66.1, 69.4, 71.2, 72.6),
        Level.DISTRICT: (57.2, 60.8, 62.9, 65.7, 66.3),
        Level.COMMUNE: (34.6, 38.3, 41.7, 43.2, 45.1),
    },
    "dossiers-settled-late": {
        Level.PROVINCE: (2.1, 1.7, 1.3, 1.0, 0.8),
        Level.DISTRICT: (3.2, 2.6, 2.2, 1.7, 1.5),
        Level.COMMUNE: (1.3, 1.1, 0.8, 0.6, 0.5),
    },
    "pending": {
        Level.PROVINCE: (5.9, 5.2, 4.7, 4.3, 4.1),
        Level.DISTRICT: (6.8, 6.1, 5.7, 5.2, 5.0),
        Level.COMMUNE: (1.3, 1.2, 1.0, 0.9, 0.8),
    },
    "dossiers-pending-overdue": {
        Level.PROVINCE: (6.4, 5.1, 4.4, 3.7, 3.1),
        Level.DISTRICT: (8.9, 7.7, 6.5, 5.8, 5.2),
        Level.COMMUNE: (7.1, 6.3, 5.2, 4.6, 3.9),
    },
    "dossiers-circulated-online": {
        Level.PROVINCE: (31.4, 52.7, 68.9, 79.6, 86.8),
        Level.DISTRICT: (21.8, 41.5, 60.2, 73.4, 80.9),
        Level.COMMUNE: (17.6, 36.9, 54.8, 69.7, 79.3),
    },
    "results-digitised": {
        Level.PROVINCE: (8.7, 24.6, 46.2, 66.4, 83.9),
        Level.DISTRICT: (5.1, 16.3, 34.8, 52.7, 63.5),
        Level.COMMUNE: (3.4, 11.9, 27.1, 42.6, 61.8),
    },
    "offering-payment": {
        Level.PROVINCE: (17.3, 41.6, 66.8, 78.9, 85.4),
        Level.DISTRICT: (11.2, 33.9, 60.4, 74.1, 81.7),
        Level.COMMUNE: (8.3, 31.7, 57.2, 72.6, 80.3),
    },
    "payments-online": {
        Level.PROVINCE: (2.9, 13.8, 33.7, 51.2, 63.9),
        Level.DISTRICT: (1.8, 9.6, 27.3, 44.8, 55.2),
        Level.COMMUNE: (1.3, 8.1, 24.9, 42.3, 54.6),
    },
    "occasions-without-resubmission": {
        Level.PROVINCE: (6.2, 15.7, 31.4, 46.8, 63.1),
        Level.DISTRICT: (4.4, 12.3, 26.7, 40.9, 56.4),
        Level.COMMUNE: (3.1, 10.8, 24.2, 38.5, 55.7),
    },
    "law-enforcement-tasks-completed": {
        Level.PROVINCE: (95.8, 97.3, 98.1, 98.7, 99.1),
        Level.DISTRICT: (94.9, 96.4, 97.5, 98.2, 98.4),
        Level.COMMUNE: (95.3, 96.8, 97.9, 98.4, 98.9),
    },
    "work-files-online": {
        Level.PROVINCE: (58.7, 72.4, 82.1, 88.3, 92.6),
        Level.DISTRICT: (37.9, 53.6, 67.2, 76.8, 81.4),
        Level.COMMUNE: (13.8, 24.7, 36.9, 47.2, 57.1),
    },
    "documents-exchanged-electronically": {
        Level.PROVINCE: (91.3, 94.2, 96.1, 97.4, 98.2),
        Level.DISTRICT: (88.6, 92.4, 94.9, 96.3, 97.1),
        Level.COMMUNE: (79.4, 85.7, 90.2, 93.1, 95.4),
    },
    "inspections-online": {
        Level.PROVINCE: (1.8, 7.3, 15.9, 27.6, 39.8),
        Level.DISTRICT: (0.9, 4.2, 11.7, 21.3, 28.9),
        Level.COMMUNE: (0.4, 2.1, 6.8, 14.2, 23.7),
    },
    "meetings-in-the-system": {
        Level.PROVINCE: (72.4, 84.1, 91.6, 95.8, 97.9),
        Level.DISTRICT: (18.7, 34.2, 51.8, 66.3, 74.9),
        Level.COMMUNE: (1.2, 4.7, 12.9, 24.6, 38.8),
    },
}


def rate(kind: str, of: Stretch, spread: float = 0.5) -> float:
    """The rate an agency reached in a year, 0 to 1.

    `spread` says how far agencies stand apart. Most of it is the agency's own and lasts: a good office
    stays a good office.
    """
    usual = _TRENDS[kind][of.level][of.year - YEARS.start] / 100
    lasting = 0.5 * leaning(of.code) + 0.8 * leaning(of.code, kind)
    passing = 0.3 * leaning(of.code, kind, of.year)
    return shifted(usual, spread * (lasting + passing))
