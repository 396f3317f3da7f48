import binascii
import hashlib


def task_func(leaves, index):
    if index < 0 or index >= len(leaves):
        raise IndexError("leaf index out of range")
    level = [hashlib.sha256(b"\x00" + leaf).digest() for leaf in leaves]
    proof = []
    while len(level) > 1:
        if len(level) % 2:
            level.append(level[-1])
        sibling = index ^ 1
        side = "left" if sibling < index else "right"
        proof.append((side, binascii.hexlify(level[sibling]).decode()))
        level = [hashlib.sha256(b"\x01" + level[i] + level[i + 1]).digest() for i in range(0, len(level), 2)]
        index //= 2
    return {"root": binascii.hexlify(level[0]).decode(), "proof": proof}
