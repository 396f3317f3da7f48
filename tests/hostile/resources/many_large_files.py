# task: word_counts
# does: writes files of 100 MB until there is no room, in every directory that it may write to
# expect: exception|limit|out_of_memory|crashed
import os


def task_func(text, top=3):
    for number in range(200):
        for folder in (".", "/tmp", "/dev/shm", "/var/tmp", "/run", os.path.expanduser("~")):
            with open(f"{folder}/{number}", "wb") as file:
                file.write(b"x" * 100_000_000)
