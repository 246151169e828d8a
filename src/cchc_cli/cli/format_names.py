"""The formats of each command by name, so that help need not import what writes them."""

FORMAT_NAMES = ("table", "json", "csv", "markdown", "junit", "sarif", "github")
FILE_FORMAT_NAMES = ("html", "xlsx", "docx", "parquet")
"""What `evaluate` writes into files only."""
WHY_FORMAT_NAMES = ("table", "json", "markdown")
VALIDATE_FORMAT_NAMES = ("table", "json", "csv", "markdown", "junit", "sarif", "github")
EXPLAIN_FORMAT_NAMES = ("table", "markdown", "json")
COMPARE_FORMAT_NAMES = ("table", "json", "markdown")
STATUS_FORMAT_NAMES = ("table", "json", "csv", "markdown")
LIST_FORMAT_NAMES = ("table", "json")
TEST_FORMAT_NAMES = ("table", "json", "junit")
CARD_FORMAT_NAMES = ("html", "xlsx", "pdf")
