# task: rank_scores
# right: builds a function from text and evaluates expressions
import math

space = {"math": math}
exec("def mean(values):\n    return math.fsum(values) / len(values) if values else 0.0\n", space)


def task_func(scores):
    ranks = {
        name: eval(
            "1 + sum(other > own for other in everyone)", {"own": scores[name], "everyone": list(scores.values())}
        )
        for name in sorted(scores)
    }
    return {
        "ranks": ranks,
        "best": [name for name in ranks if ranks[name] == 1],
        "mean": space["mean"](list(scores.values())),
    }
