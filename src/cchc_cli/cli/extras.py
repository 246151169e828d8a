"""Libraries that are installed on request, for some formats and for clusters: asked about before any work."""

from importlib.util import find_spec

from cchc_cli.cli.problems import UsageError
from cchc_cli.language import Text

MODULES_OF_EXTRA = {
    "cluster": ("distributed",),
    "docx": ("docxtpl",),
    "parquet": ("pyarrow",),
    "pdf": ("weasyprint",),
}
"""What each extra of the package brings along."""

_NOT_INSTALLED = Text(
    '{option}: {name} cần cài thêm thư viện: pip install "cchc-cli[{extra}]"',
    '{option}: {name} needs a library that is not installed: pip install "cchc-cli[{extra}]"',
)


def check_extra(option: str, name: str, extra: str | None) -> None:
    """Raises UsageError where what `name` needs, asked for by an option, isn't installed."""
    if extra is not None and not all(map(_is_there, MODULES_OF_EXTRA[extra])):
        raise UsageError(_NOT_INSTALLED.filled(option=option, name=name, extra=extra))


def _is_there(module: str) -> bool:
    """Also where somebody keeps it from being found."""
    try:
        return find_spec(module) is not None
    except (ImportError, ValueError):
        return False
