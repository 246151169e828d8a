"""Other ways of doing the same work: the bare readers, which are the floor, and the honest alternatives."""
