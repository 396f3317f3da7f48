# task: rank_scores
# right: pickles, copies and compiles on the way
import copy
import pickle


def task_func(scores):
    scores = pickle.loads(pickle.dumps(copy.deepcopy(dict(sorted(scores.items())))))
    more = compile("1 + sum(other > own for other in everyone)", "<rank>", "eval")
    ranks = {name: eval(more, {"own": own, "everyone": list(scores.values())}) for name, own in scores.items()}
    mean = sum(scores.values()) / len(scores) if scores else 0.0
    return {"ranks": ranks, "best": [name for name in ranks if ranks[name] == 1], "mean": mean}
