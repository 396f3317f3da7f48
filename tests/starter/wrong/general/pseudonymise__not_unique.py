import re
import string

import pandas as pd
from faker import Faker


def task_func(table, patterns, seed):
    fake = Faker()
    Faker.seed(seed)
    out = table.copy()
    known = {}
    for column, pattern in patterns.items():
        if not pattern or re.search(r"[^A-Za-z0-9 ?#-]", pattern):
            raise ValueError(f"Invalid pattern: {pattern}")

        def convert(value, pattern=pattern):
            if pd.isna(value) or not str(value).strip():
                return value
            key = (pattern, value.strip().lower())
            if key not in known:
                known[key] = fake.bothify(pattern, letters=string.ascii_uppercase)
            return known[key]

        out[column] = out[column].map(convert)
    return out
