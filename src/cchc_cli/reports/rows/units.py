"""What several columns of the tidy table share: the columns that say a unit, and the operators."""

UNIT = "unit"
"""The column with the unit of value, bound and gap."""
QUANTITY_UNIT = "quantity_unit"
"""The column with the unit of numerator and shortfall."""
OPERATORS = (">=", ">", "between", "within", "reduce>=", "increase>=", "done")
