import re
import warnings
from collections import Counter

import pandas as pd


def task_func(functions, ignored=()):
    counter = Counter()
    for label, function in functions.items():
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            function()
        for w in caught:
            if w.category in ignored:
                continue
            counter[label, w.category.__name__, re.sub(r"[0-9]+", "#", str(w.message))] += 1
    frame = pd.DataFrame(
        [(*key, value) for key, value in counter.items()],
        columns=["function", "category", "message", "count"],
    )
    return frame.sort_values(
        by=["count", "function", "category", "message"],
        ascending=[False, True, True, True],
        ignore_index=True,
    )
