"""What every part of the document is written from: the dossier, and the rows that the text speaks of."""

from dataclasses import dataclass

from cchc_cli.dossier import Dossier
from cchc_cli.language import Fact, Language, Text
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

    @classmethod
    def of(cls, dossier: Dossier, language: Language) -> "Material":
        verdicts = [verdict for verdict in leading(dossier.run) if verdict.period == dossier.period]
        newest = dossier.run.model_copy(update={"verdicts": verdicts})
        return cls(dossier, newest, language, usual_document(dossier.run))

    @property
    def run(self) -> Run:
        """The whole run, all periods and rows."""
        return self.dossier.run

    def say(self, words: Text, /, **facts: Fact) -> str:
        return words.filled(**facts).in_language(self.language)

    def agency(self, code: str) -> str:
        name = self.run.glossary.agencies.get(code)
        return name.in_language(self.language) if name else code

    def lead(self, verdict: Verdict) -> str:
        """The agency that answers for a target; empty where the decision names none."""
        return self.agency(verdict.lead.agency) if verdict.lead else ""


def leading(run: Run) -> list[Verdict]:
    """The rows that a report is about: without those that were only added to them (`--by`)."""
    added = bool(run.asked and run.asked.by)
    official = [verdict for verdict in run.verdicts if verdict.official]
    return official if added and official else list(run.verdicts)
