"""cchc: the indicator calculator of public administration reform programmes."""

__version__ = "0.1.0"
