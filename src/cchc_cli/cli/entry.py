"""Where `cchc` begins: it listens to Ctrl-C before it loads anything that takes time."""

import sys

from cchc_cli.cli.signals import code_of_interrupt, listen


def entry() -> None:
    """The console script."""
    listen()
    try:
        from cchc_cli.cli.main import main

        main()
    except KeyboardInterrupt:
        sys.exit(code_of_interrupt())
