import gzip
import re
from collections import Counter
from datetime import datetime
from pathlib import Path


def task_func(folder, pattern, seconds, threshold):
    regex = re.compile(r"^(\S+T\S+) (ERROR|CRITICAL) (\S+): ")
    errors = []
    for path in Path(folder).glob(pattern):
        if not path.is_file():
            continue
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8", errors="replace") as f:
            for line in f:
                m = regex.match(line)
                if m:
                    errors.append((datetime.fromisoformat(m.group(1)), m.group(3)))
    errors.sort()
    bursts = []
    i = 0
    while i < len(errors):
        j = i
        while j + 1 < len(errors) and (errors[j + 1][0] - errors[i][0]).total_seconds() <= seconds:
            j += 1
        if j - i + 1 >= threshold:
            group = errors[i : j + 1]
            counts = Counter(name for _, name in group)
            bursts.append(
                {
                    "start": group[0][0],
                    "end": group[-1][0],
                    "count": len(group),
                    "loggers": sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])),
                }
            )
            i = j + 1
        else:
            i += 1
    return bursts
