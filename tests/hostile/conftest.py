"""Keeps pytest from importing the corpus, whatever a file of it is called: hostile code runs in the judge only."""

collect_ignore_glob = ["corpus/*", "honest/*", "resources/*", "tasks/*"]
