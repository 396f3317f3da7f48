import collections
import re
import unittest

import matplotlib.pyplot as plt
import numpy as np


def task_func(log, percentiles=(50, 95)):
    """Plot the distribution of request latencies in an access log, one step curve per route.

    A line counts when it contains, in this order and separated by single spaces, a method in capital letters, a path
    that begins with '/', a status of three digits and a latency such as '12ms', '0.35s' or '900us' at the end of the
    line. Other lines are ignored, and so are requests with a status of 500 or more. The route is the path without
    query, with each segment that consists of digits only replaced by '{id}'.

    For each route, sorted by name, draw the empirical distribution as a step curve (draw style 'steps-post', label
    'ROUTE (COUNT)'): the x values are its sorted latencies in milliseconds, y is k / count for the k-th smallest.
    For each percentile draw a dotted vertical line (axvline) at the percentile of all latencies together (linear
    interpolation) with a label like 'p95 = 12.3 ms', rounded to one decimal. The x axis is logarithmic, the y axis
    runs from 0 to 1, the labels are 'latency [ms]' and 'share of requests', and a legend lists the curves, then the
    percentiles.

    Parameters:
    - log (str): The text of the log.
    - percentiles (tuple[float, ...]): Percentiles to mark. Default (50, 95).

    Returns:
    - matplotlib.axes.Axes: The axes.

    Raises:
    - ValueError: If no line counts.

    Requirements:
    - collections
    - re
    - matplotlib.pyplot
    - numpy

    Example:
    >>> ax = task_func('a GET /u/7?x=1 200 12ms\\nb GET /u/8 404 0.5s\\nc GET /u/9 503 9ms\\n')
    >>> [line.get_label() for line in ax.get_lines()]
    ['/u/{id} (2)', 'p50 = 256.0 ms', 'p95 = 475.6 ms']
    """
    to_milliseconds = {"us": 0.001, "ms": 1, "s": 1000}
    pattern = re.compile(r"\b[A-Z]+ (/[^ ?]*)\S* (\d{3}) (\d+(?:\.\d+)?)(us|ms|s)$", re.MULTILINE)
    latencies = collections.defaultdict(list)
    for path, status, number, unit in pattern.findall(log):
        if int(status) < 500:
            route = re.sub(r"(?<=/)\d+(?=/|$)", "{id}", path)
            latencies[route].append(float(number) * to_milliseconds[unit])
    if not latencies:
        raise ValueError("no request in the log")

    _, ax = plt.subplots()
    for route, values in sorted(latencies.items()):
        shares = np.arange(1, len(values) + 1) / len(values)
        ax.plot(sorted(values), shares, drawstyle="steps-post", label=f"{route} ({len(values)})")
    everything = np.concatenate(list(latencies.values()))
    for percentile in percentiles:
        mark = np.percentile(everything, percentile)
        ax.axvline(mark, linestyle=":", label=f"p{percentile} = {mark:.1f} ms")
    ax.set(xscale="log", ylim=(0, 1), xlabel="latency [ms]", ylabel="share of requests")
    ax.legend()
    return ax


class TestCases(unittest.TestCase):
    def setUp(self):
        self.addCleanup(plt.close, "all")

    def curves(self, log, **kwargs):
        ax = task_func(log, **kwargs)
        return {line.get_label(): line for line in ax.get_lines()}

    def test_one_curve_per_route(self):
        log = "GET /b 200 30ms\nGET /a 200 7ms\nPOST /b 201 10ms\nGET /b 304 20ms\nGET /b 404 40ms\n"
        lines = self.curves(log, percentiles=())
        self.assertEqual(list(lines), ["/a (1)", "/b (4)"])
        np.testing.assert_allclose(lines["/b (4)"].get_xdata(), [10, 20, 30, 40])
        np.testing.assert_allclose(lines["/b (4)"].get_ydata(), [0.25, 0.5, 0.75, 1])
        np.testing.assert_allclose(lines["/a (1)"].get_ydata(), [1])
        self.assertEqual({line.get_drawstyle() for line in lines.values()}, {"steps-post"})

    def test_units(self):
        lines = self.curves("GET /x 200 900us\nGET /x 200 0.35s\nGET /x 200 12.5ms", percentiles=())
        np.testing.assert_allclose(lines["/x (3)"].get_xdata(), [0.9, 12.5, 350])

    def test_routes_drop_queries_and_number_segments(self):
        paths = ["/u/1", "/u/22?page=3", "/u/7/edit", "/u/7/edit/9", "/v2/1a", "/", "/12/34", "/?q=/5"]
        lines = self.curves("".join(f"x GET {path} 200 5ms\n" for path in paths), percentiles=())
        self.assertEqual(
            list(lines),
            ["/ (2)", "/u/{id} (2)", "/u/{id}/edit (1)", "/u/{id}/edit/{id} (1)", "/v2/1a (1)", "/{id}/{id} (1)"],
        )

    def test_lines_that_do_not_count(self):
        log = "\n".join(
            [
                "10.0.0.1 - GET /ok 200 5ms",
                "GET /ok 499 6ms",
                "GET /ok 500 7ms",
                "GET /ok 599 7ms",
                "GET /ok 200 8m",
                "GET /ok 200 8 ms",
                "GET /ok 200 8ms slow",
                "GET  /ok 200 8ms",
                "get /ok 200 8ms",
                "GET ok 200 8ms",
                "GET /ok 20 8ms",
                "GET /ok 2000 8ms",
                "GET /ok 200 .8ms",
                "",
            ]
        )
        lines = self.curves(log, percentiles=())
        self.assertEqual(list(lines), ["/ok (2)"])
        np.testing.assert_allclose(lines["/ok (2)"].get_xdata(), [5, 6])

    def test_percentiles_of_all_requests(self):
        log = "".join(f"GET /{'ab'[n % 2]} 200 {n * n}ms\n" for n in range(1, 12))
        lines = self.curves(log)
        self.assertEqual(list(lines), ["/a (5)", "/b (6)", "p50 = 36.0 ms", "p95 = 110.5 ms"])
        self.assertEqual(list(lines["p95 = 110.5 ms"].get_xdata()), [110.5, 110.5])
        self.assertEqual({lines[name].get_linestyle() for name in list(lines)[2:]}, {":"})
        self.assertEqual(list(self.curves(log, percentiles=(99.9,)))[-1], "p99.9 = 120.8 ms")

    def test_axes_and_legend(self):
        ax = task_func("GET /x 200 1s\nGET /a 200 10ms")
        self.assertEqual((ax.get_xscale(), ax.get_yscale(), ax.get_ylim()), ("log", "linear", (0, 1)))
        self.assertEqual((ax.get_xlabel(), ax.get_ylabel()), ("latency [ms]", "share of requests"))
        self.assertEqual(
            [text.get_text() for text in ax.get_legend().get_texts()],
            ["/a (1)", "/x (1)", "p50 = 505.0 ms", "p95 = 950.5 ms"],
        )

    def test_nothing_to_plot(self):
        for log in ("", "hello\nworld", "GET /x 502 3ms"):
            with self.subTest(log=log), self.assertRaises(ValueError):
                task_func(log)
        self.assertEqual(plt.get_fignums(), [])
