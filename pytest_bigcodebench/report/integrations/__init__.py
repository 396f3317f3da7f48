"""What other plugins' dashboards are told of samples; each file knows one of them, and nothing of it is imported elsewhere."""
