import time
from email.utils import parsedate_to_datetime

import requests


def task_func(url, attempts=4, base_delay=0.5, max_delay=60, sleep=time.sleep):
    waits = []
    for n in range(attempts):
        response = requests.get(url)
        if response.status_code not in (429, 503):
            break
        header = response.headers.get("Retry-After")
        delay = base_delay * (2**n)
        if header:
            if header.isdigit():
                delay = int(header)
            else:
                try:
                    date = parsedate_to_datetime(response.headers["Date"])
                    delay = (parsedate_to_datetime(header) - date).total_seconds()
                except (TypeError, ValueError):
                    pass
        delay = min(max(delay, 0), max_delay)
        waits.append(delay)
        sleep(delay)
    response.raise_for_status()
    return {"body": response.text, "waits": waits}
