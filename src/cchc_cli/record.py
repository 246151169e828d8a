"""What every record builds on: the models whose JSON other programs read."""

from cchc_cli.described import Described

Number = int | float


class Record(Described):
    """A frozen part of a document; its docstrings are the descriptions of the schema."""
