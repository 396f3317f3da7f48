"""How it is judged: sandbox, limits, program, judge, ruling, verdict."""
