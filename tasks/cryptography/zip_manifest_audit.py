import hashlib
import hmac
import io
import json
import unittest
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(archive, key):
    """Compare the members of a ZIP archive with the authenticated manifest inside it.

    The member "MANIFEST.json" is a JSON object with two keys: "files" maps member names to their SHA-256 digests in
    lower-case hexadecimal, "tag" is the hexadecimal HMAC-SHA256, under the given key, of the "files" object
    serialised as JSON with sorted keys, without any white space and with non-ASCII characters escaped (the json
    module's default), encoded as UTF-8. The tag is checked before anything else in the archive is read. Folder
    entries (names that end in a slash) and the manifest itself take no part in the comparison.

    Parameters:
    - archive (str, path-like or binary file object): the ZIP archive.
    - key (bytes): the secret key.

    Returns:
    - dict: three sorted lists of names; "changed": listed members whose digest differs, "missing": names that are
      listed but not in the archive, "unlisted": members that the manifest does not list.

    Raises:
    - KeyError: if the archive has no manifest.
    - PermissionError: if the tag is wrong.

    Requirements:
    - hashlib
    - hmac
    - json
    - zipfile

    Example:
    >>> files = {"a.txt": hashlib.sha256(b"old").hexdigest(), "b.txt": hashlib.sha256(b"").hexdigest()}
    >>> text = json.dumps(files, sort_keys=True, separators=(",", ":"))
    >>> tag = hmac.new(b"key", text.encode(), "sha256").hexdigest()
    >>> buffer = io.BytesIO()
    >>> with zipfile.ZipFile(buffer, "w") as bundle:
    ...     bundle.writestr("MANIFEST.json", json.dumps({"files": files, "tag": tag}))
    ...     bundle.writestr("a.txt", b"new")
    >>> task_func(buffer, b"key")
    {'changed': ['a.txt'], 'missing': ['b.txt'], 'unlisted': []}
    """
    with zipfile.ZipFile(archive) as bundle:
        manifest = json.loads(bundle.read("MANIFEST.json"))
        listed = manifest["files"]
        canonical = json.dumps(listed, sort_keys=True, separators=(",", ":"))
        tag = hmac.new(key, canonical.encode(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(tag, manifest["tag"]):
            raise PermissionError("the manifest is not authentic")
        present = {name for name in bundle.namelist() if not name.endswith("/")} - {"MANIFEST.json"}
        changed = [
            name for name in present & listed.keys() if hashlib.sha256(bundle.read(name)).hexdigest() != listed[name]
        ]
    return {
        "changed": sorted(changed),
        "missing": sorted(listed.keys() - present),
        "unlisted": sorted(present - listed.keys()),
    }


class TestCases(unittest.TestCase):
    KEY = b"a shared secret"

    def digest(self, data):
        return hashlib.sha256(data).hexdigest()

    def build(self, files, members, key=KEY):
        text = json.dumps(files, sort_keys=True, separators=(",", ":"))
        tag = hmac.new(key, text.encode("utf-8"), "sha256").hexdigest()
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as bundle:
            for name, data in members.items():
                bundle.writestr(name, data)
            bundle.writestr("MANIFEST.json", json.dumps({"tag": tag, "files": files}, indent=2))
        return buffer

    def test_untouched_archive(self):
        members = {"z.bin": b"\x00\xff", "docs/a.txt": b"hello", "é.txt": b""}
        archive = self.build({name: self.digest(data) for name, data in members.items()}, members)
        self.assertEqual(task_func(archive, self.KEY), {"changed": [], "missing": [], "unlisted": []})

    def test_every_kind_of_difference_is_sorted(self):
        files = {name: self.digest(b"right") for name in ("m2", "same", "c2", "m1", "c1", "c3")}
        members = {"u2": b"", "c3": b"x", "c2": b"x", "same": b"right", "c1": b"y", "u3": b"right", "u1": b""}
        expected = {"changed": ["c1", "c2", "c3"], "missing": ["m1", "m2"], "unlisted": ["u1", "u2", "u3"]}
        self.assertEqual(task_func(self.build(files, members), self.KEY), expected)

    def test_folders_are_ignored(self):
        archive = self.build({"d/f": self.digest(b"1")}, {"d/": b"", "empty/": b"", "d/f": b"1"})
        self.assertEqual(task_func(archive, self.KEY), {"changed": [], "missing": [], "unlisted": []})

    def test_archive_on_disk(self):
        with open("bundle.zip", "wb") as file:
            file.write(self.build({}, {"extra": b"1"}).getvalue())
        self.assertEqual(task_func("bundle.zip", self.KEY), {"changed": [], "missing": [], "unlisted": ["extra"]})

    def test_wrong_key_is_refused(self):
        archive = self.build({"a": self.digest(b"1")}, {"a": b"1"}, key=b"another secret")
        with self.assertRaises(PermissionError):
            task_func(archive, self.KEY)

    def test_manifest_edited_after_signing_is_refused(self):
        buffer = self.build({"a": self.digest(b"1")}, {"a": b"2"})
        with zipfile.ZipFile(buffer) as bundle:
            manifest = json.loads(bundle.read("MANIFEST.json"))
        manifest["files"]["a"] = self.digest(b"2")
        forged = io.BytesIO()
        with zipfile.ZipFile(forged, "w") as bundle:
            bundle.writestr("a", b"2")
            bundle.writestr("MANIFEST.json", json.dumps(manifest))
        with self.assertRaises(PermissionError):
            task_func(forged, self.KEY)

    def test_archive_without_manifest(self):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as bundle:
            bundle.writestr("manifest.json", "{}")
        with self.assertRaises(KeyError):
            task_func(buffer, self.KEY)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(
        st.dictionaries(st.sampled_from("abcdefgh"), st.binary(max_size=2), max_size=6),
        st.dictionaries(st.sampled_from("abcdefgh"), st.binary(max_size=2), max_size=6),
    )
    def test_each_name_is_reported_once_and_rightly(self, wanted, members):
        archive = self.build({name: self.digest(data) for name, data in wanted.items()}, members)
        result = task_func(archive, self.KEY)
        for name in "abcdefgh":
            state = "changed"
            if wanted.get(name) == members.get(name):
                state = None
            elif name not in members:
                state = "missing"
            elif name not in wanted:
                state = "unlisted"
            self.assertEqual([kind for kind, names in result.items() if name in names], [state] if state else [])
