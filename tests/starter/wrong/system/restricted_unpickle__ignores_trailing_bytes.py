import io
import pickle
import pickletools


def task_func(data, allowed=("collections.OrderedDict", "datetime.date"), limit=1000):
    permitted = set(allowed)
    for name in ("set", "frozenset", "complex", "bytearray", "range", "slice"):
        permitted.update({f"builtins.{name}", f"__builtin__.{name}"})
    count = 0
    try:
        for _ in pickletools.genops(data):
            count += 1
            if count > limit:
                raise pickle.UnpicklingError("opcode limit exceeded")
    except ValueError as error:
        raise pickle.UnpicklingError("invalid pickle") from error

    class Restricted(pickle.Unpickler):
        def find_class(self, module, name):
            if f"{module}.{name}" in permitted:
                return super().find_class(module, name)
            raise pickle.UnpicklingError(f"'{module}.{name}' is not allowed")

    return Restricted(io.BytesIO(data)).load()
