import re
from collections import Counter, deque
from datetime import datetime, timedelta
from pathlib import Path


def task_func(folder, pattern, seconds, threshold):
    regex = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?) (?:ERROR|CRITICAL) (\S+): ")
    errors = []
    for path in sorted(Path(folder).glob(pattern)):
        if path.is_file():
            for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
                match = regex.match(line)
                if match:
                    errors.append((datetime.fromisoformat(match[1]), match[2]))
    errors.sort()
    marked = [False] * len(errors)
    window = deque()
    groups = []
    end = -1
    for i, (moment, _) in enumerate(errors):
        window.append(i)
        while moment - errors[window[0]][0] > timedelta(seconds=seconds):
            window.popleft()
        if len(window) >= threshold:
            if window[0] > end:
                groups.append([window[0], i])
            else:
                groups[-1][1] = i
            end = i
            for j in window:
                marked[j] = True
    result = []
    for first, last in groups:
        part = errors[first : last + 1]
        counts = Counter(name for _, name in part)
        result.append(
            {
                "start": part[0][0],
                "end": part[-1][0],
                "count": len(part),
                "loggers": sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])),
            }
        )
    return result
