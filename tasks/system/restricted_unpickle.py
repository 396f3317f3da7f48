import collections
import datetime
import decimal
import io
import os
import pickle
import pickletools
import unittest

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(data, allowed=("collections.OrderedDict", "datetime.date"), limit=1000):
    """Load a pickle of doubtful origin without letting it import or call anything that is not explicitly allowed.

    First the pickle's opcodes are counted, without being executed. Then it is loaded; a class or function is only found
    if its full name (the module, a dot and the qualified name) is among the allowed ones or if it is one of the types
    set, frozenset, complex, bytearray, range and slice of the module builtins, which protocols below 3 call
    __builtin__. These protocols use further names for bytes (_codecs.encode) and ranges, not found by default.

    Parameters:
    - data (bytes): the pickle, of any protocol.
    - allowed (iterable of str): full names, default 'collections.OrderedDict' and 'datetime.date'.
    - limit (int): the greatest number of opcodes, default 1000.

    Returns:
    - object: the loaded object.

    Raises:
    - pickle.UnpicklingError: if a name is not allowed (the message then contains the full name), if the opcodes are
      more than the limit, if they are malformed or end without STOP, or if bytes follow after STOP. In the last three
      cases nothing has been loaded.

    Requirements:
    - io
    - pickle
    - pickletools

    Example:
    >>> task_func(pickle.dumps({"a": [1, {2}]}))
    {'a': [1, {2}]}
    """
    types = ("set", "frozenset", "complex", "bytearray", "range", "slice")
    names = {*allowed, *(f"builtins.{name}" for name in types)}

    class Loader(pickle.Unpickler):
        def find_class(self, module, name):
            full = f"{module.replace('__builtin__', 'builtins')}.{name}"
            if full not in names:
                raise pickle.UnpicklingError(f"{full} is not allowed")
            return super().find_class(module, name)

    stream = io.BytesIO(data)
    try:
        size = sum(1 for _ in pickletools.genops(stream))
    except ValueError as error:
        raise pickle.UnpicklingError(f"malformed pickle: {error}") from error
    if size > limit or stream.tell() != len(data):
        raise pickle.UnpicklingError(f"{size} opcodes in {stream.tell()} of {len(data)} bytes")
    return Loader(io.BytesIO(data)).load()


class TestCases(unittest.TestCase):
    def test_plain_values_in_all_protocols(self):
        value = {"n": [1, 2.5, None, True, "ü", (1, 2)], "s": {1, 2}, "f": frozenset("ab"), "c": 1j}
        value["sl"] = slice(1, None, 2)
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            if protocol == 3:
                value |= {"r": range(1, 9, 2), "b": bytearray(b"xyz")}
            self.assertEqual(task_func(pickle.dumps(value, protocol)), value)

    def test_bytes(self):
        for protocol in (0, 1, 2):
            with self.assertRaisesRegex(pickle.UnpicklingError, "_codecs.encode"):
                task_func(pickle.dumps(b"\xff", protocol))
            self.assertEqual(task_func(pickle.dumps(b"\xff", protocol), ["_codecs.encode"]), b"\xff")
        self.assertEqual(task_func(pickle.dumps(b"\xff", 3)), b"\xff")

    def test_default_names(self):
        value = collections.OrderedDict(b=datetime.date(2030, 1, 31), a=2)
        for protocol in (3, 4, 5):
            loaded = task_func(pickle.dumps(value, protocol), limit=99)
            self.assertEqual((loaded, type(loaded)), (value, collections.OrderedDict))

    def test_own_names(self):
        data = pickle.dumps([decimal.Decimal("1.10"), datetime.timedelta(5)])
        self.assertEqual(task_func(data, iter(["decimal.Decimal", "datetime.timedelta"])), pickle.loads(data))
        with self.assertRaisesRegex(pickle.UnpicklingError, "datetime.timedelta"):
            task_func(data, ["decimal.Decimal"])
        with self.assertRaisesRegex(pickle.UnpicklingError, "datetime.date"):
            task_func(pickle.dumps(datetime.date(2030, 1, 1)), [])

    def test_attacks(self):
        class Evil:
            def __init__(self, *call):
                self.call = call

            def __reduce__(self):
                return self.call

        for name, function, arguments in (
            ("mkdir", os.mkdir, ("netsys-evil",)),
            ("builtins.eval", eval, ("1+1",)),
            ("builtins.getattr", getattr, ({}, "clear")),
        ):
            for protocol in (2, 4):
                with self.assertRaisesRegex(pickle.UnpicklingError, name):
                    task_func(pickle.dumps([Evil(function, arguments)], protocol), ["collections.OrderedDict", "eval"])
        with self.assertRaisesRegex(pickle.UnpicklingError, "collections.OrderedDict.fromkeys"):
            task_func(b"\x80\x04\x8c\x0bcollections\x8c\x14OrderedDict.fromkeys\x93.")
        self.assertFalse(os.path.exists("netsys-evil"))

    def test_number_of_opcodes(self):
        data = pickle.dumps([1] * 20, 2)
        size = len(list(pickletools.genops(data)))
        self.assertEqual(task_func(data, limit=size), [1] * 20)
        with self.assertRaises(pickle.UnpicklingError):
            task_func(data, limit=size - 1)
        self.assertEqual(len(task_func(b"(" + b"K\x01" * 997 + b"l.")), 997)
        for count in (998, 5000):
            with self.assertRaises(pickle.UnpicklingError):
                task_func(b"(" + b"K\x01" * count + b"l.")

    def test_malformed_data(self):
        data = pickle.dumps({"a": 1})
        for bad in (b"", data[:-1], data + b"x", data + data, b"hello", data[:5], b"\x80\x04Pid\n.", b"I1"):
            with self.assertRaises(pickle.UnpicklingError, msg=bad):
                task_func(bad)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(
        st.recursive(
            st.none() | st.integers() | st.text("aé€😀") | st.binary() | st.frozensets(st.integers()) | st.dates(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text("aé€😀"), inner),
            max_leaves=8,
        ),
        st.integers(3, 5),
    )
    def test_round_trip(self, value, protocol):
        self.assertEqual(task_func(pickle.dumps(value, protocol), limit=10**6), value)
