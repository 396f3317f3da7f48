"""``--bcb-html=FILE``: a run as one page that needs no network."""
