# task: word_counts
# attack: blocks and ignores every signal, then never ends
# seconds: 2
# attack begins
import signal

for number in signal.valid_signals():
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
while True:
    pass


# attack ends
def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    return [("word", 0)]
