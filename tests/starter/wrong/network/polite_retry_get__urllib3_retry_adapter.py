import time

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry


def task_func(url, attempts=4, base_delay=0.5, max_delay=60, sleep=time.sleep):
    retry = Retry(
        total=attempts - 1,
        status_forcelist=[429, 503],
        backoff_factor=0,
        respect_retry_after_header=False,
        raise_on_status=False,
    )
    waits = []
    with requests.Session() as session:
        session.mount("http://", HTTPAdapter(max_retries=retry))
        response = session.get(url)
        for n, _ in enumerate(response.raw.retries.history):
            waits.append(min(base_delay * 2**n, max_delay))
            sleep(waits[-1])
    response.raise_for_status()
    return {"body": response.text, "waits": waits}
