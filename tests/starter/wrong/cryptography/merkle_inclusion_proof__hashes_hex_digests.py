import hashlib


def task_func(leaves, index):
    if not leaves or not 0 <= index < len(leaves):
        raise IndexError("leaf index out of range")
    level = [hashlib.sha256(b"\x00" + leaf).hexdigest() for leaf in leaves]
    proof = []
    while len(level) > 1:
        sibling = index ^ 1
        if sibling < len(level):
            proof.append(("left" if sibling < index else "right", level[sibling]))
        following = []
        for i in range(0, len(level), 2):
            if i + 1 < len(level):
                pair = level[i] + level[i + 1]
                following.append(hashlib.sha256(b"\x01" + pair.encode()).hexdigest())
            else:
                following.append(level[i])
        level = following
        index //= 2
    return {"root": level[0], "proof": proof}
