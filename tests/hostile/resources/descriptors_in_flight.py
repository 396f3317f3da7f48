# task: word_counts
# does: sends descriptors through a socket that nobody reads, so that the kernel keeps them
# expect: exception|limit|wrong_answer
import socket


def task_func(text, top=3):
    one, other = socket.socketpair()
    one.setblocking(False)
    while True:
        socket.send_fds(one, [b"x"], [one.fileno()] * 200)
