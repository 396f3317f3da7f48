# task: word_counts
# right: logs and warns, which walks frames inside the standard library
import logging
import re
import warnings
from collections import Counter

logging.basicConfig(level=logging.DEBUG, format="%(funcName)s:%(lineno)d %(message)s")
log = logging.getLogger(__name__)


def task_func(text, top=3):
    log.debug("called with %d characters", len(text))
    warnings.warn("deprecated", DeprecationWarning, stacklevel=2)
    if top < 1:
        log.error("top is %s", top, stack_info=True)
        raise ValueError("top must be positive")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
