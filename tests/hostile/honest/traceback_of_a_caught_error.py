# task: level_counts
# right: catches an error, formats its traceback and looks at its last line
import re
import sys
import traceback


def task_func(path):
    counts = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            try:
                level = re.match(r"([A-Z]+): ", line)[1]
            except TypeError as error:
                print(traceback.format_exc(), error.__traceback__.tb_lineno, sys.exc_info()[2].tb_frame.f_code.co_name)
                continue
            counts[level] = counts.get(level, 0) + 1
    return counts
