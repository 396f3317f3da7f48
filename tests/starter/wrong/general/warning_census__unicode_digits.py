import re
import warnings

import pandas as pd


def task_func(functions, ignored=()):
    rows = []
    for label, function in functions.items():
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            for category in ignored:
                warnings.simplefilter("ignore", category)
            function()
        rows += [(label, w.category.__name__, re.sub(r"\d+", "#", str(w.message))) for w in caught]
    columns = ["function", "category", "message"]
    df = pd.DataFrame(rows, columns=columns)
    df = df.groupby(columns).size().reset_index(name="count")
    return df.sort_values(["count"] + columns, ascending=[False, True, True, True], ignore_index=True)
