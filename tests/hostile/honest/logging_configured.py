# task: word_counts
# right: configures logging by a dictionary with a class of its own
import logging
import logging.config
import re
from collections import Counter

class Short(logging.Filter):
    def filter(self, record):
        return len(record.getMessage()) < 100


logging.config.dictConfig(
    {
        "version": 1,
        "filters": {"short": {"()": Short}},
        "handlers": {"shown": {"class": "logging.StreamHandler", "filters": ["short"]}},
        "root": {"handlers": ["shown"], "level": "DEBUG"},
    }
)


def task_func(text, top=3):
    logging.debug("counting %d characters", len(text))
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
