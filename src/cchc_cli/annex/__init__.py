"""Which rows and columns the annex of the periodic report has: a file that an office can replace."""
