"""A request may lead to another one when its verdict is there."""

from __future__ import annotations

from pytest_bigcodebench import Judge, JudgeOptions, Request, Sample, Verdict
from tests.judge.conftest import make_dataset, make_task

LEANS = "def task_func(a):\n    return int(math.fsum([a, 1]))\n"
WRONG = "def task_func(a):\n    return a\n"


def test_a_pass_is_followed_by_its_uncalibrated_twin() -> None:
    """What a verdict leads to is judged in the way that it asks for, and taken like any other."""
    dataset = make_dataset(make_task(code_prompt="import math\ndef task_func(a):\n"))
    followed = []

    def request(key: str, solution: str) -> Request:
        sample = Sample(task_id="small/0", solution=solution)

        def follow_up(verdict: Verdict) -> Request | None:
            if not verdict.passed:
                return None
            followed.append(key)
            return Request(key=f"{key} twin", task_id="small/0", load=lambda: sample, calibrated=False)

        return Request(key=key, task_id="small/0", load=lambda: sample, follow_up=follow_up)

    with Judge(dataset, JudgeOptions(jobs=1)) as judge:
        judge.schedule([request("leans", LEANS), request("wrong", WRONG)])
        passed = {key: judge.verdict(key).passed for key in ("leans", "wrong", "leans twin")}

    assert passed == {"leans": True, "wrong": False, "leans twin": False}
    assert followed == ["leans"]


def test_what_follows_is_judged_before_all_that_waits() -> None:
    """Only what the sandbox has been sent already comes before it, however much was asked for earlier."""
    sample = Sample(task_id="small/0", solution="def task_func(a):\n    return a + 1\n")
    twin = Request(key="twin", task_id="small/0", load=lambda: sample)
    told: list[str] = []
    options = JudgeOptions(jobs=1)
    with Judge(make_dataset(), options, on_verdict=lambda key, _: told.append(key)) as judge:
        judge.schedule([Request(key="first", task_id="small/0", load=lambda: sample, follow_up=lambda _: twin)])
        judge.schedule(Request(key=f"{number}", task_id="small/0", load=lambda: sample) for number in range(120))
        for key in ("119", "twin"):
            assert judge.verdict(key).passed

    assert told.index("twin") < told.index("100")
