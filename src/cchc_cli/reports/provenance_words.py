"""What the hashes are called that a report names for its readers."""

from cchc_cli.language import Text

CATALOGUE_HASH = Text("Danh mục chỉ tiêu (SHA-256)", "Catalogue of targets (SHA-256)")
REGISTRY_HASH = Text("Danh mục đơn vị (SHA-256)", "Registry of agencies (SHA-256)")
