"""What verdicts add up to: pure functions from records to pass@k, rates and intervals."""
