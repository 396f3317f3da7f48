"""The keeper: takes samples from the judge, has templates fork children for them, watches the children, and answers.

It is the small process at the top of the sandbox. It holds the templates, makes cells, and decides when a child
starts: ``slots`` children may use a core at once, and a child that waits (for a timer, a socket, a process) gives its
slot away. It alone stops children that pass a limit, and tells what they used.

A limit in seconds counts the time in which a child ran or chose to wait, and leaves out the time in which it was
ready to run and had no core (/proc/PID/schedstat), so that a loaded machine changes no verdict.

Standard library only, Python 3.8 or newer, nothing of the package.
"""

import array
import collections
import json
import os
import selectors
import signal
import socket
import struct
import sys
import time

import bcb_cell

#: Seconds between two looks at the running children.
TICK = 0.05
#: A child is looked at again after a tick, or after this part of its age up to so many seconds: who runs or waits for
#: long will do so for some more time, and looking at two dozen who wait would keep a core busy.
LOOK_AFTER, LONGEST_LOOK = 0.05, 0.25
#: A child that used less than this part of a tick waited during it.
IDLE = 0.2
#: Part of the wall time that counts in any case, so that a child that starves itself ends as well.
LEAST_CHARGE = 0.1
#: Bytes of an answer that are read; more is not a child's doing.
MOST_ANSWER = 4 * 1024 * 1024
#: Levels of lists and mappings in an answer; a child's has six at the most.
MOST_LEVELS = 8
#: Seconds that the import of one module may take in a template.
IMPORT_LIMIT = 120.0
#: How often a sample is judged again when its template died under it.
RETRIES = 2

_TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
_MIB = 1024 * 1024


def main():
    """Serve the judge on standard input until it closes it."""
    control = socket.socket(fileno=os.dup(0))
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    bcb_cell.become_subreaper()
    keeper = None
    try:
        keeper = Keeper(control)
        keeper.serve()
    except Exception as trouble:
        _say(control, {"trouble": "%s: %s" % (type(trouble).__name__, trouble)})
        raise
    finally:
        if keeper is not None:
            keeper.close()
        os._exit(0)


def _be_template(channel, config, modules):
    """Become a template, in a fork; never returns."""
    try:
        # Here and not above: every cell's init is a fork of the keeper as well, and costs by what the keeper holds.
        import bcb_template

        # Ours, first since we were started: a sample must find the judged interpreter's modules and no other.
        del sys.path[0]
        bcb_template.main(channel, config, modules)
    finally:
        os._exit(1)


def _say(control, message):
    payload = json.dumps(message, separators=(",", ":")).encode("ascii")
    control.sendall(struct.pack("!I", len(payload)) + payload)


def _ask(template, message, descriptors):
    """Ask a template for a fork that gets these descriptors."""
    rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", descriptors))]
    try:
        template.channel.sendmsg([json.dumps(message).encode("ascii")], rights)
    except OSError:
        pass  # The template died; its closed channel, and what is closed with it, are the next things that are read.


class _Template:
    """The keeper's end of a template; ``base`` is the one that it is forked from, None for the keeper itself."""

    def __init__(self, name, base, modules):
        self.name = name
        self.base = base
        self.modules = modules
        self.skipped = {}
        self.waiting = collections.deque()
        self.ready = False
        self.pid = 0
        self.channel = None
        self.importing = ""
        self.importing_since = 0.0
        self.false_starts = 0
        self.memory = 0
        self.stack = ""


class _Child:
    """One sample at work."""

    def __init__(self, job, template, cell, answer):
        self.job = job
        self.template = template
        self.cell = cell
        self.answer_from = answer
        self.answer = b""
        self.pid = 0
        self.started = time.monotonic()
        self.looked = self.started
        self.charged = 0.0
        self.cpu = 0.0
        self.delay = 0.0
        self.peak = 0
        self.waits = False
        self.stopped = ""
        self.exit = None
        self.known = set()
        self.directory = ""


class Keeper:
    """Everything between the judge's messages and the children."""

    def __init__(self, control):
        self.control = control
        self.inbox = b""
        self.selector = selectors.DefaultSelector()
        self.templates = {}
        self.children = {}
        self.cells = []
        self.spent = []
        self.config = self._first_message()
        self.layout = bcb_cell.Layout(**self.config["layout"]) if self.config["layout"] else None
        self.walled = self.layout is not None
        self.directory = self.config["directory"]
        if self.walled:
            # Only the keeper and its templates ever held the right to make user namespaces; no sample needs one.
            bcb_cell.forbid_user_namespaces()
            self.cells.append(bcb_cell.Cell(self.layout))
            self.cells[0].open()
        elif self.config["confinement"]:
            import bcb_landlock

            bcb_landlock.require(self.config["confinement"], self.directory)
        for name, plan in self.config["templates"].items():
            self.templates[name] = _Template(name, self.templates.get(plan["base"]), plan["modules"])
        control.setblocking(False)
        self.selector.register(control, selectors.EVENT_READ, self._read_control)
        self.tell({"ready": {"version": list(sys.version_info[:3])}})

    def _first_message(self):
        while True:
            data = self.control.recv(65536)
            if not data:
                os._exit(0)
            self.inbox += data
            for message in self._messages():
                return message

    def tell(self, message):
        """Send a message to the judge, waiting for room if it is busy."""
        self.control.setblocking(True)
        try:
            _say(self.control, message)
        except (BrokenPipeError, ConnectionResetError):
            self.close()
            os._exit(0)
        finally:
            self.control.setblocking(False)

    def _messages(self):
        while len(self.inbox) >= 4:
            (length,) = struct.unpack("!I", self.inbox[:4])
            if len(self.inbox) < 4 + length:
                return
            payload, self.inbox = self.inbox[4 : 4 + length], self.inbox[4 + length :]
            yield json.loads(payload.decode("utf-8"))

    def serve(self):
        """Work until the judge hangs up."""
        self.open = True
        looked = time.monotonic()
        while self.open:
            busy = self.children or any(template.importing for template in self.templates.values())
            for key, _ in self.selector.select(TICK if busy else None):
                key.data(key.fileobj)
            now = time.monotonic()
            if now - looked >= TICK:
                looked = now
                self._look_after_templates(now)
                self._look_after_children(now)
            self._start_children()

    def _read_control(self, control):
        try:
            data = control.recv(1 << 20)
        except BlockingIOError:
            return
        except ConnectionResetError:
            data = b""
        if not data:
            self.open = False
            return
        self.inbox += data
        for message in self._messages():
            if "run" in message:
                template = self.templates[message["template"]]
                template.waiting.append(message)
                self._start_template(template)

    # -- templates

    def _start_template(self, template):
        """Start a template that is not there, after the one that it is forked from."""
        if template.channel is not None:
            return
        if template.base is not None and not template.base.ready:
            self._start_template(template.base)
            return
        template.channel, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        template.importing, template.importing_since = "(start)", time.monotonic()
        self.selector.register(template.channel, selectors.EVENT_READ, lambda _: self._read_template(template))
        modules = [name for name in template.modules if name not in template.skipped]
        with theirs:
            if template.base is not None:
                _ask(template.base, {"template": modules}, [theirs.fileno()])
                return
            pid = os.fork()
            if pid == 0:
                template.channel.close()
                _be_template(theirs, self.config, modules)
            template.pid = pid

    def _start_templates(self):
        """Start what samples wait for, as far as what it is forked from is there."""
        for template in self.templates.values():
            if template.waiting:
                self._start_template(template)

    def _read_template(self, template):
        try:
            data = template.channel.recv(65536)
        except ConnectionResetError:
            data = b""
        if not data:
            self._restart_template(template)
            return
        message = json.loads(data.decode("ascii"))
        if "importing" in message:
            template.importing, template.importing_since = message["importing"], time.monotonic()
            template.pid = message["pid"]
        elif "ready" in message:
            template.ready, template.importing, template.pid = True, "", message["pid"]
            template.memory, template.stack = _own_memory(template.pid), _stack_start(_stat(template.pid))
            self.tell({"template": template.name, "failed": dict(template.skipped, **message["ready"])})
            self._start_templates()
        elif "started" in message:
            child = self.children.get(message["started"])
            if child is not None:
                child.pid = message["pid"]
                if child.cell is not None:
                    child.cell.close_descriptors()
        elif "exited" in message:
            child = self.children.get(message["exited"])
            if child is not None:
                child.exit = message
                self._finish(child)

    def _restart_template(self, template):
        """A template died: judge again what it had at work, without the module that it died of, if it was one."""
        self.selector.unregister(template.channel)
        template.channel.close()
        if template.pid:
            # One that another template was the parent of is that one's to collect.
            _reap(template.pid)
        if template.importing and template.importing != "(start)":
            template.skipped[template.importing] = "the interpreter died of its import"
        template.false_starts = template.false_starts + 1 if template.importing == "(start)" else 0
        template.importing = ""
        if template.false_starts > RETRIES:
            self.tell({"trouble": "the template died %d times before it had started" % template.false_starts})
            self.open = False
            return
        for child in [child for child in self.children.values() if child.template is template]:
            self._discard(child)
            child.job["tries"] = child.job.get("tries", 0) + 1
            if child.job["tries"] > RETRIES:
                self._tell_verdict(child, None, "template")
            else:
                template.waiting.appendleft(child.job)
        template.pid, template.channel, template.ready = 0, None, False
        self._start_templates()

    def _look_after_templates(self, now):
        for template in self.templates.values():
            if template.pid and template.importing and now - template.importing_since > IMPORT_LIMIT:
                os.kill(template.pid, signal.SIGKILL)
        while self.spent and _reap(self.spent[0]):
            self.spent.pop(0)

    # -- children

    def _start_children(self):
        started = True
        while started:
            started = False
            working = sum(1 for child in self.children.values() if not child.waits)
            if working >= self.config["slots"] or len(self.children) >= self.config["most_children"]:
                break
            waiting = [template for template in self.templates.values() if template.ready and template.waiting]
            if waiting:
                # The judge numbers samples in the order in which they should start.
                first = min(waiting, key=lambda template: template.waiting[0]["run"])
                self._start(first, first.waiting.popleft())
                started = True
        if self.walled and not self.cells and any(template.waiting for template in self.templates.values()):
            self.cells.append(bcb_cell.Cell(self.layout))

    def _start(self, template, job):
        cell = self._open_cell() if self.walled else None
        answer, answer_writer = os.pipe()
        os.set_blocking(answer, False)
        child = _Child(job, template, cell, answer)
        child.token = os.urandom(16)
        task = {key: job[key] for key in ("code", "test", "watch", "official", "seed", "most_output", "limits")}
        task["token"] = child.token.hex()
        if not self.walled:
            child.directory = os.path.join(self.directory, "child-%d" % job["run"])
            os.makedirs(child.directory, 0o700, exist_ok=True)
            task["environment"] = {"TMPDIR": child.directory, "HOME": child.directory}
        memory = os.memfd_create("job")
        view = memoryview(json.dumps(task).encode("ascii"))
        while view:
            view = view[os.write(memory, view) :]
        self.children[job["run"]] = child
        self.selector.register(answer, selectors.EVENT_READ, lambda _: self._read_answer(child))
        _ask(template, {"run": job["run"]}, [memory, answer_writer, *(cell.descriptors if cell else [])])
        os.close(memory)
        os.close(answer_writer)

    def _open_cell(self):
        cell = self.cells.pop() if self.cells else bcb_cell.Cell(self.layout)
        if not cell.descriptors:
            cell.open()
        return cell

    def _read_answer(self, child):
        """Take what the child says, as far as it has said it."""
        while child.answer_from >= 0 and len(child.answer) <= MOST_ANSWER:
            try:
                data = os.read(child.answer_from, 1 << 16)
            except BlockingIOError:
                return
            if not data:
                break
            child.answer += data
        self._stop_reading(child)

    def _stop_reading(self, child):
        if child.answer_from >= 0:
            self.selector.unregister(child.answer_from)
            os.close(child.answer_from)
            child.answer_from = -1

    def _look_after_children(self, now):
        grown = [child for child in self.children.values() if child.pid and now - child.looked >= _pause(child, now)]
        if not grown:
            return
        processes = _processes()
        for child in grown:
            self._look_after(child, processes, now)

    def _look_after(self, child, processes, now):
        job = child.job
        tree = _descendants(processes, [child.pid] + ([child.cell.init] if child.cell else sorted(child.known)))
        if child.cell:
            tree.discard(child.cell.init)
        else:
            child.known |= tree | self._strays(child, processes)
        cpu, delay, threads, memory = 0.0, 0.0, 0, _file_memory(child.cell, self.layout)
        for pid in tree:
            fields = processes[pid]
            threads += _threads(fields)
            cpu += _cpu_seconds(fields)
            delay += _delay_seconds(pid)
            memory += _memory_beyond(pid, fields, child.template)
        elapsed = now - child.looked
        used, starved = max(0.0, cpu - child.cpu), max(0.0, delay - child.delay)
        child.charged += max(elapsed - starved, elapsed * LEAST_CHARGE)
        child.waits = used + starved < IDLE * elapsed
        child.cpu, child.delay, child.looked = max(cpu, child.cpu), max(delay, child.delay), now
        if memory > job["memory_limit"] and len(tree) > 1:
            memory = sum(_proportional_memory(pid) for pid in tree) - child.template.memory
            memory += _file_memory(child.cell, self.layout)
        child.peak = max(child.peak, memory)
        if child.stopped:
            self._kill(child, tree)
        elif memory > job["memory_limit"]:
            self._stop(child, "memory", tree)
        elif child.cpu > job["cpu_limit"]:
            self._stop(child, "CPU time", tree)
        elif child.charged > job["time_limit"]:
            self._stop(child, "time", tree)
        elif threads > job["process_limit"]:
            self._stop(child, "processes", tree)

    def _stop(self, child, why, tree):
        child.stopped = why
        self._kill(child, tree)

    def _kill(self, child, tree=()):
        if child.cell:
            child.cell.close()
        for pid in tree or [child.pid]:
            if pid:
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass

    def _finish(self, child):
        """The child has ended: read the rest of its answer, end what it left, and tell the verdict's makings."""
        self._read_answer(child)
        self._discard(child)
        self._tell_verdict(child, child.exit["status"], child.stopped)

    def _discard(self, child):
        del self.children[child.job["run"]]
        self._stop_reading(child)
        if child.cell:
            child.cell.close()
            self.spent.append(child.cell.init)
        else:
            self._end_strays(child)
            _remove(child.directory)

    def _strays(self, child, processes):
        """Processes that only this child can have started, where no cell holds them."""
        if any(other is not child for other in self.children.values()):
            return set()
        return self._all_below(processes)

    def _all_below(self, processes):
        own = {os.getpid(), *(template.pid for template in self.templates.values())}
        return _descendants(processes, [os.getpid()]) - own

    def _end_strays(self, child):
        """Kill what a child without a cell has left; what forks meanwhile is found in the next round."""
        for _ in range(1000):
            processes = _processes()
            tree = _descendants(processes, sorted(child.known)) & self._all_below(processes)
            tree = (tree | self._strays(child, processes)) - {child.pid}
            if not tree:
                return
            self._kill(child, tree)
            for pid in tree:
                _reap(pid)

    def _tell_verdict(self, child, status, stopped):
        usage = child.exit or {"cpu": 0.0, "maxrss": 0}
        answer, notes, forged = _read_frames(child.answer, child.token)
        peak = max(child.peak, usage["maxrss"] * 1024 - child.template.memory if not child.peak else 0)
        self.tell(
            {
                "verdict": child.job["run"],
                "answer": answer,
                "notes": sorted(set(notes))[:20],
                "forged": forged,
                "status": status,
                "stopped": stopped,
                "cpu": max(child.cpu, usage["cpu"]),
                "wall": time.monotonic() - child.started,
                "peak": max(0, peak) / _MIB,
            }
        )

    def close(self):
        """End everything."""
        for child in list(self.children.values()):
            self._kill(child, child.known)
        for template in self.templates.values():
            if template.pid:
                try:
                    os.kill(template.pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
        for cell in self.cells:
            cell.close()
        if self.directory:
            _remove(self.directory)


def _pause(child, now):
    """Seconds between two looks at a child."""
    return min(max(TICK, LOOK_AFTER * (now - child.started)), LONGEST_LOOK)


def _read_frames(said, token):
    """The child's answer (None if it gave none), its notes, and what else stands on its pipe, in words."""
    answer, notes = None, []
    while said:
        if len(said) < 4 + len(token):
            return answer, notes, "" if answer is None else _FORGED
        (length,) = struct.unpack_from("!I", said)
        frame, said = said[4 : 4 + length], said[4 + length :]
        if not frame.startswith(token) or answer is not None:
            return None, notes, _FORGED
        if len(frame) < length:
            return answer, notes, ""
        try:
            message = json.loads(frame[len(token) :].decode("ascii"))
        except (ValueError, RecursionError):
            return None, notes, _FORGED
        if type(message) is not dict or not _is_shallow(message, MOST_LEVELS):
            return None, notes, _FORGED
        if isinstance(message.get("note"), str):
            notes.append(message["note"])
        else:
            answer = message
    return answer, notes, ""


def _is_shallow(value, levels):
    """Whether plain data has at most so many levels, so that all who handle it by recursion can."""
    if not isinstance(value, (dict, list)):
        return True
    return levels > 0 and all(
        _is_shallow(each, levels - 1) for each in (value.values() if isinstance(value, dict) else value)
    )


_FORGED = "something else than the answer was written to the evaluator's pipe"


def _reap(pid):
    """Collect a dead child of the keeper's own; returns whether it is gone."""
    try:
        return os.waitpid(pid, os.WNOHANG)[0] == pid
    except ChildProcessError:
        return True


def _remove(directory):
    # Only levels without cells have directories to remove, and need what shutil imports.
    import shutil

    shutil.rmtree(directory, ignore_errors=True)


def _read(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""


def _stat(pid):
    """Fields of /proc/PID/stat from the third on (proc(5)); empty when the process is gone."""
    return _read("/proc/%d/stat" % pid).rpartition(b")")[2].split()


def _processes():
    """Every process in sight and its fields (`_stat`)."""
    processes = {int(name): _stat(int(name)) for name in os.listdir("/proc") if name.isdigit()}
    return {pid: fields for pid, fields in processes.items() if fields}


def _descendants(processes, roots):
    children = collections.defaultdict(list)
    for pid, fields in processes.items():
        children[int(fields[1])].append(pid)
    found, frontier = set(), [pid for pid in roots if pid in processes]
    while frontier:
        pid = frontier.pop()
        if pid not in found:
            found.add(pid)
            frontier += children[pid]
    return found


def _cpu_seconds(fields):
    """CPU seconds of a process and of the children that it has waited for."""
    return sum(int(field) for field in fields[11:15]) / _TICKS_PER_SECOND


def _threads(fields):
    return int(fields[17])


def _file_memory(cell, layout):
    """Bytes of the files in a cell's own directories: they are held in memory."""
    total = 0
    for path in layout.private if cell else ():
        try:
            usage = os.statvfs("/proc/%d/root%s" % (cell.init, path))
        except OSError:
            continue
        total += (usage.f_blocks - usage.f_bfree) * usage.f_frsize
    return total


def _delay_seconds(pid):
    """Seconds in which a process was ready to run and had no core; 0 where the kernel does not count them."""
    fields = _read("/proc/%d/schedstat" % pid).split()
    return int(fields[1]) / 1e9 if len(fields) == 3 else 0.0


def _stack_start(fields):
    """Where a process's stack begins: the same in a fork, another after exec."""
    return fields[25] if fields else b""


def _own_memory(pid):
    """Bytes of a process's anonymous and shared memory (VmRSS without files)."""
    total = 0
    for line in _read("/proc/%d/status" % pid).splitlines():
        if line.startswith((b"RssAnon:", b"RssShmem:")):
            total += int(line.split()[1]) * 1024
    return total


def _memory_beyond(pid, fields, template):
    """Bytes of a process beyond what it shares with the template that it was forked from."""
    memory = _own_memory(pid)
    return max(0, memory - template.memory) if _stack_start(fields) == template.stack else memory


def _proportional_memory(pid):
    """Bytes of a process's anonymous memory, what is shared divided among those who share it."""
    for line in _read("/proc/%d/smaps_rollup" % pid).splitlines():
        if line.startswith(b"Pss:"):
            return int(line.split()[1]) * 1024
    return 0
