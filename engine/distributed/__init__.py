"""The same classifier on data that no memory holds, on as many processes and machines as there are."""
