"""What every record builds on: the models whose JSON other programs read."""

from pydantic import BaseModel, ConfigDict

Number = int | float


class Record(BaseModel):
    """A frozen part of a document; its docstrings are the descriptions of the schema."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)
