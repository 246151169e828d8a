"""The Word templates of the periodic report, built part by part."""
