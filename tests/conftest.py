"""What holds for all tests: no deadlines, and workbooks that openpyxl writes alike whatever is installed.

How long an example may take says something of the machine, not of the program: no test has a deadline. With
lxml beside it, openpyxl writes every letter beyond ASCII as a number, and other bytes than the tests change.
"""

import os

from hypothesis import settings

os.environ["OPENPYXL_LXML"] = "False"

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
