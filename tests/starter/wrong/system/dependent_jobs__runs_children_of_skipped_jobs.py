import graphlib
import queue
import threading


def task_func(jobs, workers):
    graph = {name: list(needs) for name, (_, needs) in jobs.items()}
    for needs in graph.values():
        for need in needs:
            if need not in graph:
                raise KeyError(need)
    sorter = graphlib.TopologicalSorter(graph)
    sorter.prepare()
    todo, done, outcomes = queue.Queue(), queue.Queue(), {}

    def worker():
        while True:
            name = todo.get()
            if name is None:
                return
            function, needs = jobs[name]
            if any(outcomes[need][0] == "failed" for need in needs):
                done.put((name, ("skipped", None)))
                continue
            try:
                done.put((name, ("done", function(*[outcomes[need][1] for need in needs]))))
            except Exception as exc:
                done.put((name, ("failed", exc)))

    threads = [threading.Thread(target=worker) for _ in range(workers)]
    for t in threads:
        t.start()
    while sorter.is_active():
        for name in sorter.get_ready():
            todo.put(name)
        name, outcome = done.get()
        outcomes[name] = outcome
        sorter.done(name)
    for _ in threads:
        todo.put(None)
    for t in threads:
        t.join()
    return {name: outcomes[name] for name in jobs}
