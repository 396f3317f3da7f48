# task: rank_scores
# right: asks ctypes for sizes and calls the C library's abs
import ctypes

SIZE = ctypes.sizeof(ctypes.c_double)
libc = ctypes.CDLL(None)


def task_func(scores):
    ranks = {name: libc.abs(-1 - sum(other > scores[name] for other in scores.values())) for name in sorted(scores)}
    mean = (ctypes.c_double * len(scores))(*scores.values())
    return {
        "ranks": ranks,
        "best": [name for name in ranks if ranks[name] == 1],
        "mean": sum(mean) / (ctypes.sizeof(mean) / SIZE) if scores else 0.0,
    }
