import binascii
import hashlib
import itertools
import unittest

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(leaves, index):
    """Build a SHA-256 Merkle tree over byte strings and prove that one of them belongs to it.

    A leaf hashes to SHA-256 of the byte 0x00 followed by the leaf, an inner node to SHA-256 of the byte 0x01 followed
    by the raw digest of its left child and the raw digest of its right child. Levels are paired from the left; where
    a level has an odd number of nodes, its last node moves up to the next level unchanged. The proof lists the
    siblings met on the way from the leaf up to the root; levels on which the node has no sibling add nothing.

    Parameters:
    - leaves (list of bytes): the leaves in order, at least one.
    - index (int): zero-based position of the leaf to prove; negative positions are not allowed.

    Returns:
    - dict: "root" maps to the root digest in lower-case hexadecimal (str), "proof" to a list of tuples (side,
      digest), where side is "left" or "right", the side on which the sibling stands, and digest is lower-case
      hexadecimal.

    Raises:
    - IndexError: if there is no leaf at the given position, in particular if there are no leaves at all.

    Requirements:
    - binascii
    - hashlib
    - itertools

    Example:
    >>> tree = task_func([b"a", b"b", b"c"], 2)
    >>> tree["root"][:16], [side for side, _ in tree["proof"]]
    ('36642e73c2540ab1', ['left'])
    """
    if not 0 <= index < len(leaves):
        raise IndexError(f"no leaf at position {index}")
    level = [hashlib.sha256(b"\x00" + leaf).digest() for leaf in leaves]
    proof = []
    while len(level) > 1:
        sibling = index ^ 1
        if sibling < len(level):
            side = "left" if sibling < index else "right"
            proof.append((side, binascii.hexlify(level[sibling]).decode()))
        level = [
            left if right is None else hashlib.sha256(b"\x01" + left + right).digest()
            for left, right in itertools.zip_longest(level[::2], level[1::2])
        ]
        index //= 2
    return {"root": binascii.hexlify(level[0]).decode(), "proof": proof}


class TestCases(unittest.TestCase):
    def leaf(self, data):
        return hashlib.sha256(b"\x00" + data).digest()

    def node(self, left, right):
        return hashlib.sha256(b"\x01" + left + right).digest()

    def climb(self, data, proof):
        digest = self.leaf(data)
        for side, sibling in proof:
            other = bytes.fromhex(sibling)
            digest = self.node(other, digest) if side == "left" else self.node(digest, other)
        return digest.hex()

    def test_single_leaf_is_its_own_root(self):
        self.assertEqual(task_func([b"only"], 0), {"root": self.leaf(b"only").hex(), "proof": []})

    def test_two_leaves_name_each_other(self):
        a, b = self.leaf(b"a"), self.leaf(b"b")
        root = self.node(a, b).hex()
        self.assertEqual(task_func([b"a", b"b"], 0), {"root": root, "proof": [("right", b.hex())]})
        self.assertEqual(task_func([b"a", b"b"], 1), {"root": root, "proof": [("left", a.hex())]})

    def test_odd_node_moves_up_unchanged(self):
        a, b, c, d, e = (self.leaf(data) for data in (b"a", b"b", b"c", b"d", b"e"))
        four = self.node(self.node(a, b), self.node(c, d))
        result = task_func([b"a", b"b", b"c", b"d", b"e"], 4)
        self.assertEqual(result, {"root": self.node(four, e).hex(), "proof": [("left", four.hex())]})
        result = task_func([b"a", b"b", b"c", b"d", b"e"], 2)
        expected = [("right", d.hex()), ("left", self.node(a, b).hex()), ("right", e.hex())]
        self.assertEqual(result["proof"], expected)

    def test_empty_leaves_and_repeated_leaves_are_leaves(self):
        empty = self.leaf(b"")
        result = task_func([b"", b""], 0)
        self.assertEqual(result, {"root": self.node(empty, empty).hex(), "proof": [("right", empty.hex())]})

    def test_positions_outside_the_list_are_refused(self):
        for leaves, index in (([], 0), ([b"a"], 1), ([b"a", b"b"], -1)):
            with self.subTest(index=index), self.assertRaises(IndexError):
                task_func(leaves, index)

    def test_the_given_list_is_left_alone(self):
        leaves = [b"x", b"y", b"z"]
        self.assertEqual(len(task_func(leaves, 1)["proof"]), 2)
        self.assertEqual(leaves, [b"x", b"y", b"z"])

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.binary(max_size=4), min_size=1, max_size=20))
    def test_every_proof_leads_to_the_same_root(self, leaves):
        proofs = [task_func(leaves, index) for index in range(len(leaves))]
        self.assertEqual(len({proof["root"] for proof in proofs}), 1)
        for leaf, proof in zip(leaves, proofs, strict=True):
            self.assertEqual(self.climb(leaf, proof["proof"]), proof["root"])
