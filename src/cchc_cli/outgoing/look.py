"""How our workbooks look: face, sizes and colours, whichever library writes them."""

from typing import Final

FACE: Final = "Times New Roman"
TITLE_SIZE: Final = 14
TEXT_SIZE: Final = 11
SMALL_SIZE: Final = 9
CODE_SIZE: Final = 8

HEADING: Final = "DDEBF7"
"""Behind the header row of a table. Colours are RRGGBB without a sign in front."""
SECTION: Final = "F2F2F2"
"""Behind a row that heads a group of rows."""
INPUT: Final = "FFF9DB"
"""Behind a cell that its reader fills in."""
OPTIONAL: Final = "F3F8FD"
"""Behind a cell that its reader may fill in."""
PAPER: Final = "FFFFFF"
GRID: Final = "BFBFBF"
FAINT: Final = "808080"
NOTE: Final = "595959"
"""Text that explains what stands beside it."""
LINK: Final = "0563C1"
"""Text that leads elsewhere."""
ERROR: Final = "F8CBAD"
"""Behind a cell that must be mended."""
WARNING: Final = "FFE699"
"""Behind a cell that needs an explanation."""
AGREED: Final = "548235"
"""Text that says that all is well."""
ALERT: Final = "C00000"
"""Text that must not be overlooked."""
