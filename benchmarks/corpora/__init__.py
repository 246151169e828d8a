"""Workbooks to measure with, made by a program, the same bytes every time. Every figure is illustrative.

The figures come from the illustrative province of `scripts/`, which is put within reach here.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
if str(ROOT / "scripts") not in sys.path:
    sys.path.append(str(ROOT / "scripts"))
