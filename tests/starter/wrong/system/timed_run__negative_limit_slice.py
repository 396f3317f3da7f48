import os
import signal
import subprocess


def task_func(command, timeout, grace=5.0, limit=None):
    proc = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    )
    steps = [("ended", None, timeout), ("terminated", signal.SIGTERM, grace), ("killed", signal.SIGKILL, None)]
    for outcome, number, seconds in steps:
        if number is not None:
            os.killpg(proc.pid, number)
        try:
            output, _ = proc.communicate(timeout=seconds)
            break
        except subprocess.TimeoutExpired:
            continue
    lines = output.decode("utf-8", errors="replace").split("\n")
    if lines[-1] == "":
        lines.pop()
    if limit is not None:
        lines = lines[-limit:]
    code = proc.returncode
    return {
        "outcome": outcome,
        "code": None if code < 0 else code,
        "signal": signal.Signals(-code).name if code < 0 else None,
        "lines": lines,
    }
