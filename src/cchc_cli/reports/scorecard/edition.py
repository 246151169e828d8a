"""One set of scorecards in one language, with what all of its cards say alike."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cchc_cli.language import Language
from cchc_cli.provenance import provenance_of
from cchc_cli.reports.scorecard import card_words as words
from cchc_cli.reports.scorecard.head import rule_text
from cchc_cli.reports.sinks import script_json
from cchc_cli.run import Run
from cchc_cli.scorecards.scorecard import Scorecards

FORMAT = "scorecard"
"""What the provenance of a card calls its format."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A set in a language; made once, handed to whoever writes a card of it."""

    scorecards: Scorecards
    language: Language
    rule: str
    """When places are told."""
    made: Sequence[str]
    """With what the cards were made, and from what; one line each."""
    provenance: str
    """The record of it as JSON for a script element, without the list of inputs."""

    @property
    def run(self) -> Run:
        return self.scorecards.run

    def without_cards(self) -> "Edition":
        """The same without what only single cards have: small enough to be handed to another process."""
        nothing: dict[str, list[object]] = {"verdicts": [], "findings": []}
        run = self.run.model_copy(update=nothing)
        return replace(self, scorecards=replace(self.scorecards, run=run, cards=()))


def edition_of(scorecards: Scorecards, language: Language) -> Edition:
    """The edition of a set in a language."""
    return Edition(
        scorecards=scorecards,
        language=language,
        rule=rule_text(scorecards.rules, language),
        made=_made_lines(scorecards.run, language),
        provenance=provenance_json(scorecards.run, with_inputs=False),
    )


def provenance_json(run: Run, with_inputs: bool) -> str:
    """The record of what a card was made from; only the index lists every input."""
    provenance = provenance_of(run, FORMAT, with_inputs)
    return script_json(provenance.model_dump(mode="json") if provenance else None)


def _made_lines(run: Run, language: Language) -> list[str]:
    provenance = provenance_of(run, FORMAT, with_inputs=False)
    lines = [
        words.MADE_WITH.filled(
            version=run.tool.version, catalogue=run.catalogue_sha256, agencies=run.agencies_sha256
        )
    ]
    if provenance is not None:
        lines.append(words.FILES.filled(n=provenance.files, digest=provenance.inputs_sha256))
    return [line.in_language(language) for line in lines]
