import base64
import hashlib
import tempfile
import unittest
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


def task_func(directory, trusted, quorum):
    """Decide which release files in a folder carry enough valid signatures of trusted signers.

    Every file directly in the folder whose name does not end in ".sig" is a release file; subfolders are ignored. Its
    signatures lie beside it in files named "<release file>.<signer>.sig" (a signer's name has no dot), each the
    Base64 text of a raw Ed25519 signature, possibly followed by white space. The signed message is the ASCII text
    "release-v1", a zero byte, the release file's name in UTF-8, a zero byte and the raw SHA-512 digest of the file's
    content. Signatures by unknown signers, signatures that do not verify and contents that are not Base64 do not
    count. A release file is accepted if valid signatures under at least `quorum` different public keys exist: two
    signers who share a key count once.

    Parameters:
    - directory (str or Path): the folder.
    - trusted (dict): maps signers' names to raw Ed25519 public keys (32 bytes).
    - quorum (int): number of different keys needed.

    Returns:
    - dict: maps each release file's name, in sorted order, to a tuple (accepted, signers): a bool and the sorted list
      of the names of all signers whose signature is valid.

    Raises:
    - ValueError: if the quorum is less than 1 or greater than the number of different trusted keys.

    Requirements:
    - base64
    - hashlib
    - pathlib
    - cryptography.exceptions
    - cryptography.hazmat.primitives.asymmetric.ed25519

    Example:
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "tool.whl").write_bytes(b"wheel")
    ...     task_func(folder, {"ann": bytes(32)}, 1)
    {'tool.whl': (False, [])}
    """
    if not 1 <= quorum <= len(set(trusted.values())):
        raise ValueError(f"a quorum of {quorum} makes no sense here")
    files = {path.name: path for path in Path(directory).iterdir() if path.is_file()}
    verdicts = {}
    for name in sorted(files):
        if name.endswith(".sig"):
            continue
        digest = hashlib.sha512(files[name].read_bytes()).digest()
        message = b"\0".join([b"release-v1", name.encode(), digest])
        signers = []
        for signer, key in sorted(trusted.items()):
            signature_file = files.get(f"{name}.{signer}.sig")
            if signature_file is None:
                continue
            try:
                signature = base64.b64decode(signature_file.read_bytes().rstrip(), validate=True)
                Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
            except (ValueError, InvalidSignature):
                continue
            signers.append(signer)
        verdicts[name] = (len({trusted[signer] for signer in signers}) >= quorum, signers)
    return verdicts


class TestCases(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        names = ("ann", "bob", "eve")
        self.keys = {name: Ed25519PrivateKey.from_private_bytes(name[:1].encode() * 32) for name in names}
        self.keys["ally"] = self.keys["ann"]
        self.trusted = {name: self.keys[name].public_key().public_bytes_raw() for name in ("bob", "ann", "ally")}

    def release(self, name, content, *signers, tail="\n"):
        (self.folder / name).write_bytes(content)
        message = b"release-v1\0" + name.encode("utf-8") + b"\0" + hashlib.sha512(content).digest()
        for signer in signers:
            text = base64.b64encode(self.keys[signer].sign(message)).decode() + tail
            (self.folder / f"{name}.{signer}.sig").write_text(text)

    def test_quorum_is_met_or_missed(self):
        self.release("b.whl", b"two", "ann", "bob")
        self.release("a.whl", b"one", "bob", tail="")
        self.release("c.whl", b"none")
        result = task_func(self.folder, self.trusted, 2)
        expected = {"a.whl": (False, ["bob"]), "b.whl": (True, ["ann", "bob"]), "c.whl": (False, [])}
        self.assertEqual(list(result.items()), list(expected.items()))
        self.assertEqual(task_func(str(self.folder), self.trusted, 1)["a.whl"], (True, ["bob"]))

    def test_a_shared_key_counts_once(self):
        self.release("r.tar.gz", b"x", "ann", "ally")
        self.assertEqual(task_func(self.folder, self.trusted, 2), {"r.tar.gz": (False, ["ally", "ann"])})
        self.assertEqual(task_func(self.folder, self.trusted, 1), {"r.tar.gz": (True, ["ally", "ann"])})

    def test_unknown_signers_do_not_count(self):
        self.release("r", b"x", "eve")
        self.assertEqual(task_func(self.folder, self.trusted, 1), {"r": (False, [])})

    def test_changed_or_renamed_files_lose_their_signatures(self):
        self.release("old", b"x", "ann")
        self.release("edited", b"x", "ann")
        (self.folder / "edited").write_bytes(b"y")
        (self.folder / "new").write_bytes(b"x")
        (self.folder / "new.ann.sig").write_bytes((self.folder / "old.ann.sig").read_bytes())
        expected = {"edited": (False, []), "new": (False, []), "old": (True, ["ann"])}
        self.assertEqual(task_func(self.folder, self.trusted, 1), expected)

    def test_broken_signature_files_do_not_stop_the_others(self):
        self.release("r", b"x", "ann", "ally", "bob")
        text = (self.folder / "r.ally.sig").read_text()
        (self.folder / "r.ally.sig").write_text("!" + text)
        (self.folder / "r.ann.sig").write_text(text[:-5])
        self.assertEqual(task_func(self.folder, self.trusted, 1), {"r": (True, ["bob"])})

    def test_subfolders_and_orphans_are_ignored(self):
        (self.folder / "dist").mkdir()
        (self.folder / "dist" / "inner").write_bytes(b"x")
        (self.folder / "gone.ann.sig").write_text("")
        self.assertEqual(task_func(self.folder, self.trusted, 1), {})

    def test_senseless_quorums(self):
        for quorum in (0, 3, -1):
            with self.subTest(quorum=quorum), self.assertRaises(ValueError):
                task_func(self.folder, self.trusted, quorum)
