# task: word_counts
# right: counts in coroutines
import asyncio
import re
from collections import Counter


async def count(line):
    await asyncio.sleep(0)
    return Counter(re.findall(r"[a-z]+", line.lower()))


async def count_all(text):
    return sum(await asyncio.gather(*map(count, text.splitlines())), Counter())


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    return sorted(asyncio.run(count_all(text)).items(), key=lambda item: (-item[1], item[0]))[:top]
