# task: word_counts
# right: keeps global state, and global names like those of builtins that no test uses
import re

list_of_words = []
input = "unused"
file = None
id = 7
hash = {}


def task_func(text, top=3):
    global list_of_words
    if top < 1:
        raise ValueError("top must be positive")
    list_of_words = re.findall(r"[a-z]+", text.lower())
    hash.clear()
    for word in list_of_words:
        hash[word] = hash.get(word, 0) + 1
    return sorted(hash.items(), key=lambda item: (-item[1], item[0]))[:top]
