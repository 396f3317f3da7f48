import codecs
import os
import selectors


def task_func(sources, emit, encoding="utf-8"):
    selector = selectors.DefaultSelector()
    decoder_class = codecs.getincrementaldecoder(encoding)
    state = {}
    for name, fd in sources.items():
        state[name] = [decoder_class(errors="replace"), "", 0]
        selector.register(fd, selectors.EVENT_READ, name)
    while selector.get_map():
        for key, _ in selector.select():
            name = key.data
            data = os.read(key.fd, 4096)
            entry = state[name]
            entry[2] += len(data)
            entry[1] += entry[0].decode(data, final=not data)
            lines = entry[1].splitlines(keepends=True)
            entry[1] = ""
            for line in lines:
                if line.endswith("\n") or not data:
                    emit(name, line.rstrip("\r\n"))
                else:
                    entry[1] += line
            if not data:
                selector.unregister(key.fd)
                os.close(key.fd)
    selector.close()
    return {name: entry[2] for name, entry in state.items()}
