"""`python -m cchc_cli`."""

from cchc_cli.cli.entry import entry

entry()
