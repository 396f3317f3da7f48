import os
import shlex
import subprocess
from string import Template


def task_func(commands, data=b"", **variables):
    parsed = []
    for command in commands:
        words = [Template(word).safe_substitute(variables) for word in shlex.split(command)]
        if not words:
            raise ValueError("a command is empty")
        parsed.append(words)
    environment = os.environ.copy()
    environment.update(variables)
    codes, errors = [], b""
    for words in parsed:
        try:
            process = subprocess.run(words, input=data, capture_output=True, check=True, env=environment)
        except subprocess.CalledProcessError as error:
            codes.append(error.returncode)
            errors += error.stderr
            data = error.stdout
            break
        except FileNotFoundError:
            codes.append(127)
            data = b""
            break
        codes.append(process.returncode)
        errors += process.stderr
        data = process.stdout
    return data, codes, errors
