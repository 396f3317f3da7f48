import time

import requests


def task_func(url, attempts=4, base_delay=0.5, max_delay=60, sleep=time.sleep):
    waits = []
    session = requests.Session()
    for attempt in range(1, attempts + 1):
        response = session.get(url)
        if response.status_code not in (429, 503) or attempt == attempts:
            break
        delay = base_delay * 2 ** (attempt - 1)
        retry_after = response.headers.get("Retry-After")
        if retry_after is not None and retry_after.isdigit():
            delay = int(retry_after)
        delay = max(0, min(delay, max_delay))
        waits.append(delay)
        sleep(delay)
    response.raise_for_status()
    return {"body": response.text, "waits": waits}
