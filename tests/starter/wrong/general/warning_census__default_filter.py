import re
import warnings
from collections import Counter

import pandas as pd


def task_func(functions, ignored=()):
    counts = Counter()
    for name, func in functions.items():
        with warnings.catch_warnings(record=True) as records:
            warnings.simplefilter("default")
            for category in ignored:
                warnings.filterwarnings("ignore", category=category)
            func()
        for record in records:
            message = re.sub(r"[0-9]+", "#", str(record.message))
            counts[(name, record.category.__name__, message)] += 1
    df = pd.DataFrame(
        [[*key, n] for key, n in counts.items()], columns=["function", "category", "message", "count"]
    )
    df = df.sort_values(["count", "function", "category", "message"], ascending=[False, True, True, True])
    return df.reset_index(drop=True)
