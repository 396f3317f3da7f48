# task: word_counts
# attack: a message that no encoding takes: lone surrogates, control characters, colours and a line separator
class Odd(Exception):
    # attack begins
    def __str__(self):
        return "\ud800\x1b[2J\x1b]0;owned\x07\0\u2028" * 10 + "</testcase>]]>&#0;"

    # attack ends


def task_func(text, top=3):
    raise Odd("wrong")
