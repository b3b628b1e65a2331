"""`make fuzz`: damaged documents of the corpus, read in child processes until the time is up."""
