# task: sales_report
# does: leaves a named pipe where the tests open a file
# expect: timeout
# seconds: 3
import os


def task_func(sales, path):
    os.mkfifo(path)
    return len({item for item, amount in sales})
