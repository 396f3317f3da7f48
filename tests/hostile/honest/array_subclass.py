# task: normal_rows
# right: returns a numpy subclass that names its columns
class Table(np.ndarray):
    def __new__(cls, rows, names=()):
        made = np.asarray(rows, dtype=float).view(cls)
        made.names = tuple(names)
        return made

    def __array_finalize__(self, other):
        self.names = getattr(other, "names", ())


def task_func(matrix):
    rows = Table(matrix)
    sums = rows.sum(axis=1, keepdims=True)
    return rows / np.where(sums == 0, 1, sums)
