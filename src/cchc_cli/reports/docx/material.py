"""What every part of the document is written from: the dossier, and the rows that the text speaks of."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cchc_cli.dossier import Dossier
from cchc_cli.language import Fact, Language, Text
from cchc_cli.reports.counting import leading
from cchc_cli.reports.sections import usual_document
from cchc_cli.run import Run, Verdict


@dataclass(frozen=True, slots=True)
class Material:
    """A dossier in a language; `newest` is its run with the leading verdicts of the newest period only."""

    dossier: Dossier
    newest: Run
    language: Language
    document: str
    """The document that most clauses stand in; only the others are named."""
    files: Mapping[str, str]
    """What the workbooks are called: by their names, with the folder where two of them have one name."""

    @classmethod
    def of(cls, dossier: Dossier, language: Language) -> "Material":
        verdicts = [verdict for verdict in leading(dossier.run) if verdict.period == dossier.period]
        newest = dossier.run.model_copy(update={"verdicts": verdicts})
        files = _called([read.path for read in dossier.run.inputs])
        return cls(dossier, newest, language, usual_document(dossier.run), files)

    @property
    def run(self) -> Run:
        """The whole run, all periods and rows."""
        return self.dossier.run

    def say(self, words: Text, /, **facts: Fact) -> str:
        return words.filled(**facts).in_language(self.language)

    def agency(self, code: str) -> str:
        name = self.run.glossary.agencies.get(code)
        return name.in_language(self.language) if name else code

    def file(self, path: str) -> str:
        """A workbook without its folders, which say something of the machine and not of the figures."""
        return self.files.get(path) or _last(path, 1)

    def lead(self, verdict: Verdict) -> str:
        """The agency that answers for a target; empty where the decision names none."""
        return self.agency(verdict.lead.agency) if verdict.lead else ""


def _called(paths: Sequence[str]) -> dict[str, str]:
    alike = Counter(_last(path, 1) for path in paths)
    return {path: _last(path, 1 if alike[_last(path, 1)] == 1 else 2) for path in paths}


def _last(path: str, parts: int) -> str:
    return "/".join(path.replace("\\", "/").split("/")[-parts:])
