"""Arguments and options that commands share; their help stands in `option_texts`."""

from typing import Annotated

import typer

Paths = Annotated[list[str], typer.Argument(metavar="PATH...")]
Targets = Annotated[str | None, typer.Option("--targets", metavar="FILE", envvar="CCHC_TARGETS")]
Agencies = Annotated[str | None, typer.Option("--agencies", metavar="FILE", envvar="CCHC_AGENCIES")]
Periods = Annotated[list[str] | None, typer.Option("--period", metavar="P")]
OnePeriod = Annotated[str | None, typer.Option("--period", metavar="P")]
Levels = Annotated[list[str] | None, typer.Option("--level", metavar="LEVEL")]
AgencyCodes = Annotated[list[str] | None, typer.Option("--agency", metavar="CODE")]
Areas = Annotated[list[str] | None, typer.Option("--area", metavar="AREA")]
Indicators = Annotated[list[str] | None, typer.Option("--indicator", metavar="ID")]
Statuses = Annotated[list[str] | None, typer.Option("--status", metavar="STATUS")]
By = Annotated[list[str] | None, typer.Option("--by", metavar="ROWS")]
SortBy = Annotated[str | None, typer.Option("--sort", metavar="ORDER")]
Top = Annotated[str | None, typer.Option("--top", metavar="N")]
Format = Annotated[str, typer.Option("--format", "-f", metavar="FORMAT")]
Outputs = Annotated[list[str] | None, typer.Option("--output", "-o", metavar="FILE")]
Layout = Annotated[str | None, typer.Option("--layout", metavar="NAME|FILE")]
AsAgency = Annotated[str | None, typer.Option("--as-agency", metavar="CODE")]
AsPeriod = Annotated[str | None, typer.Option("--as-period", metavar="P")]
Cutoff = Annotated[str | None, typer.Option("--cutoff", metavar="DATE")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE")]
MinCoverage = Annotated[str | None, typer.Option("--min-coverage", metavar="PERCENT")]
With = Annotated[list[str] | None, typer.Option("--with", metavar="PART")]
Baseline = Annotated[str | None, typer.Option("--baseline", metavar="FILE")]
FailOn = Annotated[list[str] | None, typer.Option("--fail-on", metavar="KINDS")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q")]
DocxTemplate = Annotated[str | None, typer.Option("--docx-template", metavar="FILE")]
DocxAnnex = Annotated[str | None, typer.Option("--docx-annex", metavar="FILE")]
