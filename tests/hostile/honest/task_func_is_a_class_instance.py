# task: rank_scores
# right: the entry point is an instance with __call__
class TaskFunc:
    def __call__(self, scores):
        ranks = {name: 1 + sum(other > scores[name] for other in scores.values()) for name in sorted(scores)}
        mean = sum(scores.values()) / len(scores) if scores else 0.0
        return {"ranks": ranks, "best": [name for name in ranks if ranks[name] == 1], "mean": mean}


task_func = TaskFunc()
