# task: level_counts
# right: installs an excepthook and faulthandler, as scripts do
import faulthandler
import re
import sys

faulthandler.enable(open("fault.log", "w"))


def hook(kind, value, trace):
    print("unexpected:", value, file=sys.__stderr__)


sys.excepthook = hook


def task_func(path):
    counts = {}
    with open(path, encoding="utf-8") as lines:
        for found in filter(None, (re.match(r"([A-Z]+): ", line) for line in lines)):
            counts[found[1]] = counts.get(found[1], 0) + 1
    return counts
