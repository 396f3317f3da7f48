import os
import select


def task_func(sources, emit, encoding="utf-8"):
    buffers = {name: "" for name in sources}
    sizes = {name: 0 for name in sources}
    open_fds = {fd: name for name, fd in sources.items()}
    while open_fds:
        ready, _, _ = select.select(list(open_fds), [], [])
        for fd in ready:
            name = open_fds[fd]
            chunk = os.read(fd, 4096)
            if not chunk:
                if buffers[name]:
                    emit(name, buffers[name])
                os.close(fd)
                del open_fds[fd]
                continue
            sizes[name] += len(chunk)
            buffers[name] += chunk.decode(encoding, errors="replace")
            while "\n" in buffers[name]:
                line, buffers[name] = buffers[name].split("\n", 1)
                emit(name, line[:-1] if line.endswith("\r") else line)
    return sizes
