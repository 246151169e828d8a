"""The workbook of an evaluation: every figure as a live formula over the numbers that were submitted."""
