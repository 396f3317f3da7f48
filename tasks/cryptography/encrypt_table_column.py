import base64
import secrets
import unittest

import pandas as pd
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(frame, column, id_column, master_key):
    """Encrypt one text column of a table, each value bound to its row.

    The column's own 32-byte key comes from the master key by HKDF-SHA256 without salt, with the info "column:"
    followed by the column's name (UTF-8). Each value is encrypted in UTF-8 with AES-GCM under a fresh random nonce of
    12 bytes; the associated data is the row's identifier turned into a str, in UTF-8. The cell becomes the standard
    Base64 text of nonce and ciphertext (with its tag) one after the other.

    Parameters:
    - frame (pandas.DataFrame): the table; it is not altered.
    - column (str): name of the column to encrypt; its values are str or missing (None or NaN).
    - id_column (str): name of the column with the identifiers.
    - master_key (bytes): the key from which the column's key is derived.

    Returns:
    - pandas.DataFrame: a copy in which the column holds the encrypted cells as dtype object, None where a value is
      missing; index, order of rows and columns and all other columns are as before.

    Raises:
    - KeyError: if one of the two columns does not exist.
    - ValueError: if an identifier is missing or occurs twice, where identifiers are compared in their form as str.

    Requirements:
    - base64
    - secrets
    - pandas
    - cryptography.hazmat.primitives.ciphers.aead
    - cryptography.hazmat.primitives.hashes
    - cryptography.hazmat.primitives.kdf.hkdf

    Example:
    >>> table = pd.DataFrame({"id": [1, 2], "iban": ["DE02", None]})
    >>> sealed = task_func(table, "iban", "id", b"m" * 32)
    >>> len(base64.b64decode(sealed.loc[0, "iban"])), sealed.loc[1, "iban"] is None
    (32, True)
    """
    values, identifiers = frame[column], frame[id_column]
    names = identifiers.astype(str)
    if identifiers.isna().any() or names.duplicated().any():
        raise ValueError(f"column {id_column!r} does not identify the rows")
    derivation = HKDF(algorithm=SHA256(), length=32, salt=None, info=f"column:{column}".encode())
    cipher = AESGCM(derivation.derive(master_key))
    cells = []
    for name, value in zip(names, values, strict=True):
        if pd.isna(value):
            cells.append(None)
            continue
        nonce = secrets.token_bytes(12)
        sealed = nonce + cipher.encrypt(nonce, value.encode(), name.encode())
        cells.append(base64.b64encode(sealed).decode())
    return frame.assign(**{column: pd.Series(cells, index=frame.index, dtype=object)})


class TestCases(unittest.TestCase):
    MASTER = bytes(range(32))

    def unseal(self, cell, column, identifier, master=MASTER):
        info = b"column:" + column.encode("utf-8")
        key = HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(master)
        raw = base64.b64decode(cell, validate=True)
        return AESGCM(key).decrypt(raw[:12], raw[12:], identifier.encode("utf-8")).decode("utf-8")

    def test_cells_open_with_their_own_row_only(self):
        table = pd.DataFrame({"nr": [7, 8], "größe": ["S", "übergroß"]}, index=["x", "x"])
        cells = list(task_func(table, "größe", "nr", self.MASTER)["größe"])
        self.assertEqual(self.unseal(cells[0], "größe", "7"), "S")
        self.assertEqual(self.unseal(cells[1], "größe", "8"), "übergroß")
        with self.assertRaises(InvalidTag):
            self.unseal(cells[0], "größe", "8")

    def test_everything_else_stays(self):
        table = pd.DataFrame({"a": [1.5, 2.5, 3.5], "mail": ["x", "y", "z"], "id": ["k", "l", "m"]}, index=[9, 4, 6])
        before = table.copy(deep=True)
        sealed = task_func(table, "mail", "id", self.MASTER)
        self.assertEqual(list(sealed.columns), ["a", "mail", "id"])
        self.assertEqual(list(sealed.index), [9, 4, 6])
        pd.testing.assert_frame_equal(sealed[["a", "id"]], before[["a", "id"]])
        pd.testing.assert_frame_equal(table, before)

    def test_missing_values_stay_missing(self):
        table = pd.DataFrame({"id": [1, 2, 3], "v": ["", None, float("nan")]})
        sealed = task_func(table, "v", "id", self.MASTER)
        self.assertEqual(sealed["v"].dtype, object)
        self.assertEqual(self.unseal(sealed["v"].iloc[0], "v", "1"), "")
        self.assertIsNone(sealed["v"].iloc[1])
        self.assertIsNone(sealed["v"].iloc[2])

    def test_nonces_are_fresh_and_keys_differ_by_column(self):
        table = pd.DataFrame({"id": range(20), "u": ["same"] * 20, "v": ["same"] * 20})
        first, second = (task_func(table, "u", "id", self.MASTER)["u"] for _ in range(2))
        nonces = {base64.b64decode(cell)[:12] for cell in [*first, *second]}
        self.assertEqual(len(nonces), 40)
        with self.assertRaises(InvalidTag):
            self.unseal(first.iloc[0], "v", "0")
        self.assertEqual(len(base64.b64decode(first.iloc[0])), 12 + 4 + 16)

    def test_identifiers_must_identify(self):
        for identifiers in ([1, 1], ["a", None], [1, "1"], [float("nan"), 2.0]):
            table = pd.DataFrame({"id": identifiers, "v": ["x", "y"]})
            with self.subTest(identifiers=identifiers), self.assertRaises(ValueError):
                task_func(table, "v", "id", self.MASTER)

    def test_unknown_columns(self):
        table = pd.DataFrame({"id": [1], "v": ["x"]})
        for column, id_column in (("w", "id"), ("v", "nr")):
            with self.subTest(column=column), self.assertRaises(KeyError):
                task_func(table, column, id_column, self.MASTER)

    def test_empty_table(self):
        sealed = task_func(pd.DataFrame({"id": [], "v": []}), "v", "id", self.MASTER)
        self.assertEqual((len(sealed), list(sealed.columns)), (0, ["id", "v"]))

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.dictionaries(st.text("ab1 é", max_size=4), st.text("aé€😀 ", max_size=5), max_size=4))
    def test_round_trip(self, entries):
        table = pd.DataFrame({"key": list(entries), "text": list(entries.values())}, dtype=object)
        cells = task_func(table, "text", "key", b"short")["text"]
        opened = [self.unseal(cell, "text", key, b"short") for cell, key in zip(cells, entries, strict=True)]
        self.assertEqual(opened, list(entries.values()))
