"""A template: a warm process that has some tasks' libraries imported and forks a child for each sample.

A template that is to hold more is forked from it as well.

It never runs a sample's code itself and never sees one: the job goes to the child as a memory file, the answer to the
keeper through a pipe.

Standard library only, Python 3.8 or newer, nothing of the package.
"""

import array
import collections
import contextlib
import gc
import importlib
import json
import os
import random
import resource
import select
import signal
import socket
import struct
import sys
import time
import types

import bcb_cell
import bcb_child
import bcb_conditions
import bcb_guard
import bcb_landlock
import bcb_leftovers
import bcb_notes

#: What is made ready once for all children: the guard, the modules as they were imported, the places of libraries, and
#: their own generators of random numbers.
_Ready = collections.namedtuple("_Ready", "guard kept places generators")


def main(channel, config, modules):
    """Import ``modules``, then fork children as the keeper asks through ``channel``; never returns."""
    try:
        bcb_cell.be_unreadable()
        _leave_keeper()
        bcb_cell.call_filter(config["layout"] is None)
        if config["layout"]:
            # What it must keep until a child has entered its cell is what it may do itself.
            bcb_cell.gain_no_privileges()
        generators, kept = [], bcb_leftovers.Kept()
        while channel is not None:
            bcb_cell.die_with_parent()
            _keep_open(channel)
            failed = _import_all(channel, modules)
            generators += _own_generators()
            bcb_guard.import_helpers()
            kept.keep(modules)
            ready = _Ready(bcb_guard.Guard(), kept, bcb_notes.library_places(), generators)
            for name in [name for name in sys.modules if name.startswith("bcb_")]:
                del sys.modules[name]
            _settle_environment(config["environment"])
            gc.collect()
            gc.freeze()
            _send(channel, {"ready": failed, "pid": os.getpid()})
            channel, modules = _serve(channel, config, ready)
    finally:
        os._exit(0)


def _leave_keeper():
    """Have nothing of the keeper's main module, and standard streams that lead nowhere."""
    signal.set_wakeup_fd(-1)
    null = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    main_module = types.ModuleType("__main__")
    main_module.__dict__["__builtins__"] = __builtins__
    sys.modules["__main__"] = main_module
    sys.stdin, sys.stdout, sys.stderr = (open(number, mode) for number, mode in ((0, "r"), (1, "w"), (2, "w")))
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr


def _keep_open(channel):
    """Close every other descriptor: the keeper's would lead a child to other samples."""
    for name in os.listdir("/proc/self/fd"):
        number = int(name)
        if number > 2 and number != channel.fileno():
            try:
                os.close(number)
            except OSError:
                pass


def _import_all(channel, modules):
    failed = {}
    for name in modules:
        _send(channel, {"importing": name, "pid": os.getpid()})
        try:
            _import(name)
        except BaseException as trouble:
            failed[name] = "%s: %s" % (type(trouble).__name__, str(trouble)[:300])
    if "numpy" in sys.modules:
        # A newer numpy imports it when it is first used, which is too late for a seed.
        with contextlib.suppress(Exception):
            importlib.import_module("numpy.random")
    return failed


def _import(name):
    """Import ``package.module``, or ``package.module:member`` where the member may be a module as well."""
    name, _, member = name.partition(":")
    module = importlib.import_module(name)
    if member and member != "*" and not hasattr(module, member):
        importlib.import_module("%s.%s" % (name, member))


def _settle_environment(environment):
    """Set every child's environment variables and time zone, whatever the libraries did at their import."""
    os.environ.clear()
    os.environ.update(environment)
    os.environ.update(bcb_conditions.ENVIRONMENT)
    time.tzset()


def _own_generators():
    """The libraries' own generators of random numbers: their import seeded them, differently in every template.

    What an earlier template has frozen is not among them. Types are asked, not objects: one may come to life at a look.
    """
    things = gc.get_objects()
    kinds = {id(type(thing)): type(thing) for thing in things}
    generators = {number for number, kind in kinds.items() if _is_generator(kind)}
    return [thing for thing in things if id(type(thing)) in generators]


def _is_generator(kind):
    bases = [id(base) for base in type.__dict__["__mro__"].__get__(kind)]
    return id(random.Random) in bases and id(random.SystemRandom) not in bases


def _send(channel, message):
    channel.send(json.dumps(message).encode("ascii"))


def _serve(channel, config, ready):
    """Fork until the keeper hangs up; returns the channel and the modules of another template in a fork to be that."""
    wake, waker = socket.socketpair()
    wake.setblocking(False)
    waker.setblocking(False)
    signal.set_wakeup_fd(waker.fileno(), warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    jobs = {}
    while True:
        readable = select.select([channel, wake], [], [])[0]
        if wake in readable:
            try:
                while wake.recv(4096):
                    pass
            except BlockingIOError:
                pass
            _reap(channel, jobs)
        if channel in readable:
            message, descriptors = _receive(channel)
            if not message:
                return None, []
            if "template" in message:
                if config["layout"]:
                    # The last child's cell is where the next fork would land as well.
                    bcb_cell.stay_in_own_pids()
                if os.fork() == 0:
                    _forget_signals()
                    for thing in (channel, wake, waker):
                        thing.close()
                    return socket.socket(fileno=descriptors[0]), message["template"]
            else:
                pid = _fork(message, descriptors, (channel, wake, waker), config, ready)
                jobs[pid] = message["run"]
                _send(channel, {"started": message["run"], "pid": pid})
            for descriptor in descriptors:
                os.close(descriptor)


def _forget_signals():
    """Undo in a fork what only the template's own loop needs."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)


def _reap(channel, jobs):
    while True:
        try:
            pid, status, usage = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        if pid in jobs:
            cpu = usage.ru_utime + usage.ru_stime
            _send(channel, {"exited": jobs.pop(pid), "status": status, "cpu": cpu, "maxrss": usage.ru_maxrss})


def _receive(channel):
    descriptors = array.array("i")
    data, ancillary, _, _ = channel.recvmsg(65536, socket.CMSG_SPACE(16 * descriptors.itemsize))
    for level, kind, payload in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            descriptors.frombytes(payload[: len(payload) - len(payload) % descriptors.itemsize])
    return (json.loads(data.decode("ascii")) if data else None), list(descriptors)


def _fork(message, descriptors, own, config, ready):
    """Fork a child into its cell; ``descriptors`` are the job, the answer's pipe, then the cell's namespaces."""
    job, answer, *namespaces = descriptors
    if namespaces:
        bcb_cell.setns(namespaces[0], bcb_cell.CLONE_NEWPID)
    pid = os.fork()
    if pid:
        return pid
    task = {}
    try:
        _forget_signals()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for thing in own:
            thing.close()
        for descriptor, (_, flag) in zip(namespaces[1:], bcb_cell.NAMESPACES[1:]):
            bcb_cell.setns(descriptor, flag)
        for descriptor in namespaces:
            os.close(descriptor)
        with open(job, "rb") as file:
            file.seek(0)
            task = json.loads(file.read().decode("ascii"))
        os.setsid()
        _seed(task["seed"], ready.generators)
        _give_up(task, config, bool(namespaces))
        bcb_child.run(task, answer, ready.guard, ready.kept, ready.places)
    except BaseException as trouble:
        # Nothing of the sample has run yet: what has, ends in bcb_child.run.
        frame = bytes.fromhex(task.get("token", "")) + json.dumps({"setup": repr(trouble)}).encode("ascii")
        os.write(answer, struct.pack("!I", len(frame)) + frame)
    finally:
        os._exit(70)


def _seed(seed, generators):
    """Let every draw be the same in every run: a verdict should not be drawn by lot."""
    random.seed(seed)
    if "numpy.random" in sys.modules:
        sys.modules["numpy.random"].seed(seed)
    for generator in generators:
        random.Random.seed(generator, seed)


def _give_up(task, config, walled):
    """Take limits and drop privileges, so that nothing of what follows can take them back."""
    os.environ.update(task.pop("environment", {}))
    if "TMPDIR" in os.environ:
        os.chdir(os.environ["TMPDIR"])
    else:
        os.chdir("/tmp")
    limits = task.pop("limits")
    for name, value in limits.items():
        kind = getattr(resource, "RLIMIT_" + name.upper(), None)
        if kind is not None:
            hard = resource.getrlimit(kind)[1]
            value = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(kind, (value, value))
    if "tempfile" in sys.modules:
        sys.modules["tempfile"].tempdir = None
    if walled:
        bcb_cell.drop_privileges()
        bcb_cell.forbid_system_calls()
    elif config["confinement"]:
        bcb_landlock.Confinement(**config["confinement"]).enter(os.getcwd())
    bcb_cell.die_with_parent()
