import os
import shlex
import subprocess
from string import Template


def task_func(commands, data=b"", **variables):
    argvs = [shlex.split(Template(command).safe_substitute(variables)) for command in commands]
    if any(not argv for argv in argvs):
        raise ValueError("empty command")
    env = dict(os.environ, **variables)
    codes, stderr = [], []
    for argv in argvs:
        try:
            result = subprocess.run(argv, input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
            codes.append(result.returncode)
            stderr.append(result.stderr)
            data = result.stdout
        except FileNotFoundError:
            codes.append(127)
            data = b""
    return data, codes, b"".join(stderr)
