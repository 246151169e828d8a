"""The official map of the province, from public lists of units: what `make_agencies.py` writes from."""
