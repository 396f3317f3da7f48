import re
import string

import pandas as pd
from faker import Faker
from faker.exceptions import UniquenessException


def task_func(table, patterns, seed):
    fake = Faker()
    fake.seed_instance(seed)
    result = table.copy()
    for column, pattern in patterns.items():
        if not re.fullmatch(r"[A-Za-z0-9 ?#-]+", pattern):
            raise ValueError("Invalid pattern")
        mapping = {}
        values = []
        for value in table[column]:
            if pd.isna(value) or value.strip() == "":
                values.append(value)
                continue
            key = value.strip().casefold()
            if key not in mapping:
                try:
                    mapping[key] = fake.unique.bothify(pattern, letters=string.ascii_uppercase)
                except UniquenessException as exc:
                    raise ValueError("Not enough values") from exc
            values.append(mapping[key])
        result[column] = values
    return result
