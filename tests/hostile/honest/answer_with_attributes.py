# task: rank_scores
# right: a dictionary whose entries are attributes too
class Result(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name, value):
        self[name] = value


def task_func(scores):
    result = Result()
    result.ranks = {name: 1 + sum(other > scores[name] for other in scores.values()) for name in sorted(scores)}
    result.best = [name for name, rank in result.ranks.items() if rank == 1]
    result.mean = sum(scores.values()) / len(scores) if scores else 0.0
    return result
