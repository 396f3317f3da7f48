import os
import signal
import subprocess


def task_func(command, timeout, grace=5.0, limit=None):
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    )
    outcome = "ended"
    try:
        output, _ = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        os.killpg(os.getpgid(process.pid), signal.SIGKILL)
        outcome = "killed"
        output, _ = process.communicate()
    lines = output.decode("utf-8", "replace").splitlines()
    if limit is not None:
        lines = lines[len(lines) - limit :] if limit < len(lines) else lines
    code = process.returncode
    return {
        "outcome": outcome,
        "code": code if code >= 0 else None,
        "signal": signal.Signals(-code).name if code < 0 else None,
        "lines": lines,
    }
