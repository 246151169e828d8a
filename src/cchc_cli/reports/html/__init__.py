"""The report as one page for a browser: the director's page first, then every target with its evidence."""
