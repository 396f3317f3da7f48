import io
import pickle
import pickletools


def task_func(data, allowed=("collections.OrderedDict", "datetime.date"), limit=1000):
    safe = {name.rsplit(".", 1)[-1] for name in allowed}
    safe |= {"set", "frozenset", "complex", "bytearray", "range", "slice"}

    class SafeUnpickler(pickle.Unpickler):
        def find_class(self, module, name):
            if name not in safe:
                raise pickle.UnpicklingError(f"forbidden: {module}.{name}")
            return super().find_class(module, name)

    try:
        operations = list(pickletools.genops(data))
    except ValueError as exc:
        raise pickle.UnpicklingError(str(exc)) from exc
    if len(operations) > limit:
        raise pickle.UnpicklingError("too many opcodes")
    if operations[-1][2] + 1 != len(data):
        raise pickle.UnpicklingError("trailing data")
    return SafeUnpickler(io.BytesIO(data)).load()
