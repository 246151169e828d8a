"""What a lead department reports for the whole province: one figure for each of 2021-2025.

None: nothing is reported (the level has ended, the survey isn't published yet). Stocks move slowly from
year to year, parts stay within their wholes, the four groups of service units add up to all of them.
"""

from decimal import Decimal

Figure = int | Decimal | None


def _points(*scores: str | None) -> tuple[Decimal | None, ...]:
    return tuple(None if score is None else Decimal(score) for score in scores)


OFFICE: dict[str, tuple[Figure, ...]] = {
    "procedures-in-force": (1_914, 1_897, 1_873, 1_846, 1_858),
    "procedures-controlled": (1_907, 1_897, 1_873, 1_846, 1_858),
    "procedures-published": (1_878, 1_873, 1_861, 1_838, 1_858),
    "procedures-with-fees": (896, 887, 874, 869, 878),
    "procedures-with-online-payment": (121, 388, 647, 731, 797),
    "procedures-eligible-online": (1_403, 1_391, 1_362, 1_338, 1_341),
    "procedures-online": (912, 1_087, 1_163, 1_204, 1_257),
    "procedures-on-national-portal": (418, 742, 968, 1_121, 1_196),
    "internal-procedures": (0, 0, 168, 214, 221),
    "internal-procedures-published": (0, 0, 97, 187, 219),
    "popular-services": (25, 25, 36, 49, 53),
    "popular-services-on-national-portal": (9, 21, 34, 47, 53),
    "full-services": (486, 702, 771, 836, 907),
    "full-services-on-several-devices": (97, 334, 512, 655, 768),
    "online-service-users": (28_417, 96_583, 214_906, 318_274, 391_538),
    "users-with-electronic-identity": (2_016, 31_774, 153_820, 291_467, 388_902),
    "petitions-due": (214, 387, 526, 468, 602),
    "petitions-handled": (208, 387, 521, 466, 597),
    "reports-required": (164, 171, 176, 183, 187),
    "reports-integrated": (38, 79, 112, 141, 163),
    "satisfaction-procedures": _points("84.12", "85.36", "84.87", "86.05", "86.79"),
    "satisfaction-land-construction-investment": _points("77.48", "78.93", "79.65", "81.37", "82.14"),
}

HOME_AFFAIRS: dict[str, tuple[Figure, ...]] = {
    "administrative-bodies-province": (19, 19, 19, 19, 13),
    "administrative-bodies-district": (143, 138, 135, 132, None),
    "administrative-bodies-commune": (172, 172, 172, 164, 57),
    "bodies-reorganised-province": (11, 14, 17, 18, 13),
    "bodies-reorganised-district": (96, 117, 124, 129, None),
    "bodies-with-proper-leadership-province": (15, 16, 16, 18, 12),
    "bodies-with-proper-leadership-district": (121, 126, 127, 128, None),
    "bodies-staffed-by-position-province": (4, 7, 12, 16, 12),
    "bodies-staffed-by-position-district": (31, 58, 87, 113, None),
    "bodies-staffed-by-position-commune": (22, 49, 81, 108, 48),
    "bodies-within-payroll": (157, 154, 152, 150, 13),
    "bodies-recruiting-by-the-rules": (329, 326, 325, 314, 70),
    "service-units": (738, 724, 709, 693, 667),
    "service-units-reorganised": (611, 648, 663, 671, 658),
    "service-units-with-proper-leadership": (684, 688, 687, 679, 661),
    "service-units-within-staff-numbers": (697, 701, 694, 686, 663),
    "service-units-staffed-by-position": (142, 237, 351, 448, 539),
    "service-units-recruiting-by-the-rules": (731, 719, 706, 691, 667),
    "service-payroll": (24_917, 24_438, 23_903, 23_319, 22_364),
    "administrative-payroll": (2_386, 2_351, 2_327, 2_304, 2_297),
    "budget-paid-workers": (26_583, 26_097, 25_541, 24_968, 24_051),
    "staff-province": (11_346, 11_218, 11_074, 10_937, 12_386),
    "staff-district": (16_874, 16_611, 16_342, 16_019, None),
    "staff-commune": (3_538, 3_519, 3_497, 3_431, 2_462),
    "staff-up-to-standard-province": (10_687, 10_742, 10_781, 10_779, 12_259),
    "staff-up-to-standard-district": (15_163, 15_308, 15_419, 15_497, None),
    "staff-up-to-standard-commune": (2_264, 2_481, 2_697, 2_903, 2_268),
    "commune-staff-graduates": (1_872, 2_063, 2_289, 2_476, 2_097),
    "officials-to-rate": (5_836, 5_779, 5_731, 5_642, 5_617),
    "officials-rated": (5_829, 5_774, 5_731, 5_639, 5_617),
    "elected-officials": (1_147, 93, 118, 141, 517),
    "elected-officials-qualified": (1_098, 90, 116, 139, 511),
    "rank-appointments": (187, 203, 219, 211, 264),
    "rank-appointments-qualified": (179, 198, 216, 209, 264),
    "leadership-appointments": (163, 174, 192, 187, 238),
    "leadership-appointments-by-position": (127, 149, 178, 181, 236),
    "managers-appointed": (274, 288, 307, 296, 313),
    "managers-trained": (171, 196, 238, 247, 289),
    "senior-leaders": (107, 106, 103, 104, 69),
    "senior-leaders-international": (9, 11, 13, 16, 12),
    "division-heads": (1_043, 1_031, 1_018, 1_012, 641),
    "division-heads-international": (71, 86, 109, 127, 93),
    "enterprise-leaders": (39, 38, 36, 34, 31),
    "enterprise-leaders-international": (6, 6, 8, 9, 9),
    "satisfaction-state-bodies": _points("80.26", "78.94", "81.43", "82.58", None),
}

PLANNING: dict[str, tuple[Figure, ...]] = {
    "investment-planned": _points("4517362", "5083947.5", "6247819", "5764283.4", "6418736"),
    "investment-disbursed": _points("4306284.7", "5041328.2", "6093472.6", "5547916.3", "6107294.8"),
}

FINANCE: dict[str, tuple[Figure, ...]] = {
    "bodies-with-running-budget": (334, 329, 326, 315, 70),
    "bodies-with-financial-autonomy": (291, 303, 316, 311, 70),
    "service-units-group-1": (5, 7, 8, 11, 14),
    "service-units-group-2": (42, 45, 50, 52, 63),
    "service-units-group-3": (287, 296, 304, 318, 312),
    "service-units-group-4": (404, 376, 347, 312, 278),
    "economic-units": (67, 64, 62, 61, 54),
    "economic-units-eligible": (7, 8, 8, 9, 9),
    "economic-units-converted": (1, 1, 2, 4, 6),
    "direct-spending-on-service-units": _points(
        "4412857.3", "4508126.8", "4631974.5", "4892316.7", "5018447.2"
    ),
}

INFORMATION: dict[str, tuple[Figure, ...]] = {
    "information-systems": (38, 41, 43, 47, 49),
    "information-systems-connected": (14, 22, 29, 36, 41),
    "databases": (23, 26, 31, 34, 37),
    "databases-connected": (4, 8, 14, 19, 28),
    "data-services": (3, 3, 4, 6, 8),
}

SCIENCE: dict[str, tuple[Figure, ...]] = {
    "iso-obliged": (46, 46, 45, 45, 28),
    "iso-obliged-applying": (43, 44, 44, 45, 28),
    "iso-obliged-electronic": (2, 5, 9, 13, 14),
    "iso-not-obliged": (172, 172, 172, 164, 57),
    "iso-not-obliged-applying": (141, 149, 158, 157, 54),
}

HEALTH: dict[str, tuple[Figure, ...]] = {
    "satisfaction-health": _points("80.74", "81.35", "83.26", "84.18", "85.47"),
}

EDUCATION: dict[str, tuple[Figure, ...]] = {
    "satisfaction-education": _points("79.83", "81.07", "80.92", None, "83.65"),
}

LEADS: dict[str, tuple[Figure, ...]] = {
    **OFFICE,
    **HOME_AFFAIRS,
    **PLANNING,
    **FINANCE,
    **INFORMATION,
    **SCIENCE,
    **HEALTH,
    **EDUCATION,
}
"""By item: its figure in each year, from whichever department is asked for it then."""
