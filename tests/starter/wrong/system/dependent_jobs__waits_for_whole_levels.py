import graphlib
from concurrent.futures import ThreadPoolExecutor


def task_func(jobs, workers):
    for _, needs in jobs.values():
        for need in needs:
            if need not in jobs:
                raise KeyError(need)
    sorter = graphlib.TopologicalSorter({name: needs for name, (_, needs) in jobs.items()})
    sorter.prepare()
    outcomes = {}

    def run(name):
        function, needs = jobs[name]
        if any(outcomes[need][0] != "done" for need in needs):
            return "skipped", None
        try:
            return "done", function(*(outcomes[need][1] for need in needs))
        except Exception as error:
            return "failed", error

    with ThreadPoolExecutor(workers) as pool:
        while sorter.is_active():
            ready = sorter.get_ready()
            for name, outcome in zip(ready, list(pool.map(run, ready)), strict=True):
                outcomes[name] = outcome
            sorter.done(*ready)
    return {name: outcomes[name] for name in jobs}
