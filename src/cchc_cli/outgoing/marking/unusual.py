"""A workbook file that is not put together as the common programs do it."""


class UnusualPackageError(Exception):
    """The parts of the file cannot be changed safely one by one; its cells are copied instead."""
