"""The inner wall where there are no user namespaces: Landlock confines a child to a list of paths.

Landlock (Linux 5.13 and later) is asked by system calls that the C library does not wrap. Its sixth version (Linux
6.12) keeps signals within what it confines; without that a sample could end its judge, so nothing older is taken.
What Landlock leaves open and a sample must not have (modes and owners of files, Unix sockets, limits of other
processes) the seccomp filter answers (``bcb_cell``).

Runs in the judged interpreter: standard library only, Python 3.8 or newer, nothing of the package.
"""

import ctypes
import errno
import os
import signal
import socket
import stat
import struct

import bcb_cell

#: The oldest version that confines signals.
OLDEST = 6

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION_FLAG, _PATH_BENEATH = 1, 1
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1, 2, 4, 8
_TRUNCATE = 1 << 14
_FILE_ACCESS = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE
#: All of version 5: what is handled is refused unless a rule allows it, and making devices is never allowed.
_ALL_ACCESS = (1 << 16) - 1
_MAKE_DEVICES = 1 << 6 | 1 << 11 | 1 << 15
_SCOPE_ABSTRACT_SOCKETS, _SCOPE_SIGNALS = 1, 2

_READ = _EXECUTE | _READ_FILE | _READ_DIR
_WRITE = _ALL_ACCESS & ~_MAKE_DEVICES

_libc = ctypes.CDLL(None, use_errno=True)


def version():
    """Landlock's version in this kernel; 0 where it has none, or where it is turned off or forbidden."""
    return max(0, _libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(_VERSION_FLAG)))


class Unusable(Exception):
    """There is no Landlock that confines a sample."""


def require(confinement, directory):
    """See whether a process in ``confinement`` is truly confined, by trying; ``directory`` is for the trial."""
    found = version()
    if found < OLDEST:
        raise Unusable("it needs Landlock %d (Linux 6.12) or newer, here is %s" % (OLDEST, found or "none"))
    fault = Confinement(**confinement).probe(directory)
    if fault:
        raise Unusable(fault)


class Confinement:
    """The paths that a child may use: ``readable`` with all below, ``listable`` by name only, ``devices`` to write."""

    def __init__(self, readable, listable, devices):
        self.readable = readable
        self.listable = listable
        self.devices = devices

    def enter(self, directory):
        """Confine this process for good, and let it write in ``directory`` only."""
        bcb_cell.gain_no_privileges()
        bcb_cell.drop_privileges()
        scope = _SCOPE_ABSTRACT_SOCKETS | _SCOPE_SIGNALS
        attributes = struct.pack("=QQQ", _ALL_ACCESS, 0, scope)
        ruleset = _call(_CREATE_RULESET, attributes, ctypes.c_size_t(len(attributes)), ctypes.c_uint32(0))
        try:
            for paths, access in (
                (self.readable, _READ),
                (self.listable, _READ_DIR),
                (self.devices, _READ_FILE | _WRITE_FILE | _TRUNCATE),
                ([directory], _WRITE),
                (["/proc/%d" % os.getpid()], _READ_FILE | _READ_DIR),
            ):
                for path in paths:
                    _allow(ruleset, path, access)
            _call(_RESTRICT_SELF, ctypes.c_int(ruleset), ctypes.c_uint32(0))
        finally:
            os.close(ruleset)
        if not bcb_cell.forbid_system_calls(shared_files=True):
            raise OSError(errno.ENOSYS, "the system calls of this machine are not known")

    def probe(self, directory):
        """What a confined child could do and must not, or could not and must, in words; empty if all is well."""
        inside, outside = os.path.join(directory, "inside"), os.path.join(directory, "outside")
        os.mkdir(inside)
        with open(outside, "w") as file:
            file.write("secret")
        os.chmod(outside, 0o600)
        said, say = os.pipe()
        pid = os.fork()
        if pid == 0:
            try:
                self.enter(inside)
                found = _faults(inside, outside, os.getppid())
            except BaseException as trouble:
                found = "it cannot be entered (%s)" % trouble
            os.write(say, (found or "well").encode("utf-8", "replace"))
            os._exit(0)
        os.close(say)
        with open(said, "rb") as file:
            found = file.read().decode("utf-8", "replace")
        os.waitpid(pid, 0)
        if not found:
            return "the probe died"
        if stat.S_IMODE(os.stat(outside).st_mode) != 0o600:
            return "a confined process could change a file's mode"
        os.unlink(outside)
        return "" if found == "well" else found


def _faults(inside, outside, parent):
    """Try what must be refused, and what must not."""

    def write(path):
        with open(path, "w") as file:
            file.write("x")

    must_fail = (
        ("read a file outside", lambda: open(outside).close()),
        ("write a file outside", lambda: write(outside)),
        ("make a file outside", lambda: write(outside + "-new")),
        ("list a directory outside", lambda: os.listdir(os.path.dirname(outside))),
        ("signal its parent", lambda: os.kill(parent, 0)),
        ("use Unix sockets", lambda: socket.socket(socket.AF_UNIX).close()),
        ("read its parent's memory", lambda: open("/proc/%d/environ" % parent).close()),
        ("gain a namespace", lambda: bcb_cell.unshare(bcb_cell.CLONE_NEWUSER)),
    )
    for words, attempt in must_fail:
        try:
            attempt()
        except OSError:
            continue
        return "a confined process could %s" % words
    try:
        os.chmod(outside, 0o777)
    except OSError:
        pass
    try:
        write(os.path.join(inside, "own"))
        os.listdir(inside)
        os.kill(os.getpid(), 0)
        socket.socket(socket.AF_INET).close()
        pid = os.fork()
        if pid == 0:
            signal.pause()
            os._exit(0)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    except OSError as trouble:
        return "a confined process cannot do what samples need (%s)" % trouble
    return ""


def _allow(ruleset, path, access):
    """Add a rule; a path that is not there is left out."""
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            access &= _FILE_ACCESS
        attributes = struct.pack("=Qi", access, descriptor)
        _call(_ADD_RULE, ctypes.c_int(ruleset), ctypes.c_int(_PATH_BENEATH), attributes, ctypes.c_uint32(0))
    finally:
        os.close(descriptor)


def _call(number, *arguments):
    result = _libc.syscall(number, *arguments)
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, "landlock: %s" % os.strerror(code))
    return result
