"""How long an example may take says something of the machine, not of the program: no test has a deadline."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
