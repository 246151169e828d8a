"""Places in files as readers look them up."""


def place_text(file: str, sheet: str | None, cell: str | None) -> str:
    """`file.xlsx › Số liệu!D17`, or as much of it as there is."""
    return " › ".join(part for part in (file, within_text(sheet, cell)) if part)


def within_text(sheet: str | None, cell: str | None) -> str:
    """`Số liệu!D17`: the place within its file."""
    return "!".join(part for part in (sheet, cell) if part)
