"""An illustrative province: made-up figures that somebody from the trade would believe.

Nothing here is published or real. `make_examples.py` writes it into `examples/`.
"""

import os

# With lxml beside it, openpyxl would write other bytes.
os.environ.setdefault("OPENPYXL_LXML", "False")
