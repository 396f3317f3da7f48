"""What solutions say about the model that wrote them: tools used, APIs misused, imports left to calibration."""
