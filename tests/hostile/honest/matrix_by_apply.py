# task: normal_rows
# right: works row by row, raises and ignores numpy warnings on the way
import warnings


def task_func(matrix):
    rows = np.array(matrix, dtype=float)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with np.errstate(divide="ignore", invalid="ignore"):
            scaled = np.apply_along_axis(lambda row: row / row.sum(), 1, rows)
    return np.where(np.isnan(scaled), rows, scaled)
