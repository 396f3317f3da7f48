"""Kernel calls of the inner wall: a cell of namespaces for one child, and what the child gives up for good.

A *cell* is a set of fresh PID, mount, network, IPC and UTS namespaces, held by an init process of its own. It is made
ahead of its child, so that the child only has to enter it. When its init is killed the kernel ends every process in
it, and with the last of them its mounts, its network and its System V IPC go as well.

Runs in the judged interpreter: standard library only, Python 3.8 or newer, nothing of the package.
"""

import ctypes
import errno
import fcntl
import functools
import os
import signal
import socket
import struct

CLONE_NEWNS = 0x00020000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000

_MS_RDONLY, _MS_NOSUID, _MS_NODEV, _MS_NOEXEC, _MS_REMOUNT = 1, 2, 4, 8, 32
_MS_BIND, _MS_REC, _MS_PRIVATE, _MNT_DETACH = 0x1000, 0x4000, 0x40000, 2
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_CAPBSET_DROP, _PR_SET_SECCOMP = 1, 4, 24, 22
_PR_SET_CHILD_SUBREAPER, _PR_SET_NO_NEW_PRIVS, _PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL = 36, 38, 47, 4
_SIOCSIFFLAGS, _IFF_UP_RUNNING = 0x8914, 0x41
_LOOPBACK_UP = struct.pack("16sh14s", b"lo", _IFF_UP_RUNNING, b"")
_LINUX_CAPABILITY_VERSION_3 = 0x20080522

#: Namespaces that a child enters by a descriptor; PID comes first because only children of the caller land in it.
NAMESPACES = (
    ("pid", CLONE_NEWPID),
    ("net", CLONE_NEWNET),
    ("ipc", CLONE_NEWIPC),
    ("uts", CLONE_NEWUTS),
    ("mnt", CLONE_NEWNS),
)

_libc = ctypes.CDLL(None, use_errno=True)
# Looked up here, and not by each fork anew, which would read the symbols of every library there is.
_libc.capset.argtypes = (ctypes.c_char_p, ctypes.c_char_p)
_libc.mount.argtypes = (ctypes.c_char_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_ulong, ctypes.c_char_p)
_libc.pivot_root.argtypes = (ctypes.c_char_p, ctypes.c_char_p)
_libc.prctl.argtypes = (ctypes.c_int, ctypes.c_ulong, ctypes.c_ulong, ctypes.c_ulong, ctypes.c_ulong)
_libc.setns.argtypes = (ctypes.c_int, ctypes.c_int)
_libc.umount2.argtypes = (ctypes.c_char_p, ctypes.c_int)
_libc.unshare.argtypes = (ctypes.c_int,)


def _check(result, what, *of):
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, "%s: %s" % (" ".join([what, *map(str, of)]), os.strerror(number)))


def unshare(flags):
    """Leave the namespaces that ``flags`` name for fresh ones."""
    _check(_libc.unshare(flags), "unshare")


def setns(descriptor, flag):
    """Enter the namespace behind ``descriptor``."""
    _check(_libc.setns(descriptor, flag), "setns")


def stay_in_own_pids():
    """Let the next children be in the caller's own PID namespace, whatever one it entered for the last."""
    own = os.open("/proc/self/ns/pid", os.O_RDONLY)
    try:
        setns(own, CLONE_NEWPID)
    finally:
        os.close(own)


def mount(source, target, kind, flags=0, data=""):
    """Mount a file system of ``kind`` at ``target``."""
    result = _libc.mount(source.encode(), target.encode(), kind.encode() or None, flags, data.encode() or None)
    _check(result, "mount", target)


def prctl(option, first=0):
    """Call prctl(2) with one argument, or none."""
    _check(_libc.prctl(option, first, 0, 0, 0), "prctl", option)


def become_subreaper():
    """Adopt every orphan among the descendants, so that none slips away to init."""
    prctl(_PR_SET_CHILD_SUBREAPER, 1)


def die_with_parent():
    """Be killed when the parent dies."""
    prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def be_unreadable():
    """Refuse ptrace and /proc/self/mem to processes of the same user."""
    prctl(_PR_SET_DUMPABLE, 0)


def forbid_user_namespaces():
    """Let nobody in this user namespace make another one; returns whether that worked."""
    try:
        with open("/proc/sys/user/max_user_namespaces", "w") as setting:
            setting.write("0")
    except OSError:
        return False
    return True


class Layout:
    """What a cell's file system is made of.

    ``visible`` lists directories of the sandbox that are seen as they are there; ``links`` are pairs of a path and
    where it leads; ``private`` directories are empty and writable, each a tmpfs of ``tmpfs_mib`` MiB and
    ``max_files`` files. Nothing else is there. ``writable_root`` lets a sample make entries in ``/`` and in the
    directories that lead to visible ones, as it could if root ran the official evaluator. ``max_processes`` bounds
    processes and threads where the kernel does that for one PID namespace (Linux 6.14 and later); supervision covers
    the rest.
    """

    def __init__(self, visible, links, private, tmpfs_mib, max_files, max_processes, writable_root):
        self.visible = visible
        self.links = links
        self.private = private
        self.tmpfs_mib = tmpfs_mib
        self.max_files = max_files
        self.max_processes = max_processes
        self.writable_root = writable_root
        self._steps = list(self._steps_to_enter())

    def _steps_to_enter(self):
        """The calls that make the file system and enter it, worked out once for all cells."""
        size = "size=%dm,nr_inodes=%d" % (self.tmpfs_mib, self.max_files)
        # Over our own files, which are loaded by now and which no sample has to see.
        root = "/bcb"
        yield mount, "none", "/", "", _MS_REC | _MS_PRIVATE
        yield mount, "tmpfs", root, "tmpfs", _MS_NOSUID | _MS_NODEV, size + ",mode=755"
        for path, target in self.links:
            yield os.symlink, target, root + path
        made = {"/"}
        # Outer ones first: /dev/shm lies in /dev, and an interpreter may live below /tmp.
        for path in sorted([*self.visible, *self.private]):
            names = path.strip("/").split("/")
            for directory in ["/" + "/".join(names[:count]) for count in range(1, len(names) + 1)]:
                if directory not in made:
                    made.add(directory)
                    yield _make_directory, root + directory
            if path in self.private:
                yield mount, "tmpfs", root + path, "tmpfs", _MS_NOSUID | _MS_NODEV, size + ",mode=1777"
            else:
                yield mount, path, root + path, "", _MS_BIND | _MS_REC
        yield os.mkdir, root + "/proc"
        yield mount, "proc", root + "/proc", "proc", _MS_NOSUID | _MS_NODEV | _MS_NOEXEC
        yield os.chdir, root
        yield (_take_as_root,)
        yield os.chdir, "/"
        if not self.writable_root:
            yield mount, "none", "/", "", _MS_REMOUNT | _MS_BIND | _MS_RDONLY | _MS_NOSUID | _MS_NODEV

    def enter(self):
        """Make this file system the root of the calling process's (own) mount namespace."""
        for call, *arguments in self._steps:
            call(*arguments)


def _make_directory(path):
    # What was mounted there before may have it.
    try:
        os.mkdir(path)
    except FileExistsError:
        pass


def _take_as_root():
    """Make the current directory the root, and let go of the one before."""
    # With the same directory twice the old root lies on top of the new one and can be detached without a place of its
    # own (pivot_root(2)).
    _check(_libc.pivot_root(b".", b"."), "pivot_root")
    _check(_libc.umount2(b".", _MNT_DETACH), "umount2")


class Cell:
    """Fresh namespaces, held by an init process, for one child.

    They are being made when the constructor returns; ``open`` waits for them.
    """

    def __init__(self, layout):
        self.init, self.descriptors = 0, []
        self._ready, ready_writer = os.pipe()
        try:
            # Only children of who unshares land in the new PID namespace, and later ones must not.
            unshare(CLONE_NEWPID)
            try:
                self.init = os.fork()
                if self.init == 0:
                    self._be_init(ready_writer, layout)
            finally:
                stay_in_own_pids()
        except BaseException:
            self.close()
            raise
        finally:
            os.close(ready_writer)

    def open(self):
        """Wait until the namespaces are there, and open them: ``descriptors``, in the order of ``NAMESPACES``."""
        try:
            said = _read_until(self._ready, b"ready")
            if said != b"ready":
                raise OSError(errno.EPERM, "cell: " + (said.decode("utf-8", "replace") or "its init died"))
            self.descriptors = [os.open("/proc/%d/ns/%s" % (self.init, name), os.O_RDONLY) for name, _ in NAMESPACES]
        except BaseException:
            self.close()
            raise
        self._stop_reading()

    def _stop_reading(self):
        if self._ready >= 0:
            os.close(self._ready)
            self._ready = -1

    @staticmethod
    def _be_init(ready_writer, layout):
        try:
            # No parent-death signal: with the keeper the whole sandbox goes.
            be_unreadable()
            unshare(CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS)
            layout.enter()
            _bound_processes(layout.max_processes)
            _raise_loopback()
            # The kernel reaps what is orphaned to an init that ignores SIGCHLD.
            signal.signal(signal.SIGCHLD, signal.SIG_IGN)
            os.write(ready_writer, b"ready")
            os.closerange(0, 1024)
            while True:
                signal.pause()
        except BaseException as trouble:
            os.write(ready_writer, str(trouble).encode("utf-8", "replace"))
        finally:
            os._exit(1)

    def close(self):
        """End every process of the cell; its namespaces go with the last one."""
        self.close_descriptors()
        self._stop_reading()
        if self.init:
            try:
                os.kill(self.init, signal.SIGKILL)
            except ProcessLookupError:
                pass

    def close_descriptors(self):
        """Let go of the namespaces' descriptors once the child has entered them."""
        while self.descriptors:
            os.close(self.descriptors.pop())


def _read_until(descriptor, word):
    """Read until ``word`` has come or the other end is closed."""
    said = b""
    while word not in said:
        chunk = os.read(descriptor, 4096)
        if not chunk:
            break
        said += chunk
    return said


def _bound_processes(most):
    # Without Python's files, which a cell's init would be the first in its process to use.
    try:
        setting = os.open("/proc/sys/kernel/pid_max", os.O_WRONLY)
        # Some more than the limit, so that passing it can be seen; the kernel wants more than its 300 reserved.
        os.write(setting, b"%d" % max(most + 64, 301))
        os.close(setting)
    except OSError:
        pass


def _raise_loopback():
    # The socket module's own class does more, for which a fresh fork pays.
    sock = socket.SocketType(socket.AF_INET, socket.SOCK_DGRAM)
    fcntl.ioctl(sock.fileno(), _SIOCSIFFLAGS, _LOOPBACK_UP)
    sock.close()


def gain_no_privileges():
    """Have nothing that this process or a fork of it executes get a capability; what it has itself stays."""
    prctl(_PR_SET_NO_NEW_PRIVS, 1)
    prctl(_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL)
    for capability in range(64):
        if _libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0) != 0:
            break


def drop_privileges():
    """Give up every capability for good; `gain_no_privileges`, here or in who forked this process, comes first."""
    header = struct.pack("=Ii", _LINUX_CAPABILITY_VERSION_3, 0)
    _check(_libc.capset(header, bytes(24)), "capset")


#: System calls that no sample needs and that reach for the kernel or for other processes: (x86_64, aarch64) numbers.
_FORBIDDEN_CALLS = {
    "ptrace": (101, 117),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "reboot": (169, 142),
    "init_module": (175, 105),
    "delete_module": (176, 106),
    "finit_module": (313, 273),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "unshare": (272, 97),
    "setns": (308, 268),
    "perf_event_open": (298, 241),
    "open_by_handle_at": (304, 265),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "bpf": (321, 280),
    "userfaultfd": (323, 282),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsmount": (432, 432),
    "open_tree": (428, 428),
    "mount_setattr": (442, 442),
    "pidfd_getfd": (438, 438),
}
#: Answered with "no such call", so that libraries fall back to an older one: what cannot be looked into, and what
#: holds memory that belongs to no process and to no directory of the sample's.
_UNKNOWN_CALLS = {
    "clone3": (435, 435),
    "io_uring_setup": (425, 425),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "semget": (64, 190),
    "msgget": (68, 186),
}
#: Where files are not a sample's own (no cell): what changes a file by its name although it may not be written.
_SHARED_FILE_CALLS = {
    "chown": (92, None),
    "fchown": (93, 55),
    "lchown": (94, None),
    "fchownat": (260, 54),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
    "setxattrat": (463, 463),
    "removexattrat": (466, 466),
    "file_setattr": (469, 469),
    "sched_setaffinity": (203, 122),
    "sched_setscheduler": (144, 119),
    "sched_setparam": (142, 118),
    "sched_setattr": (314, 274),
    "setpriority": (141, 140),
    "ioprio_set": (251, 30),
}
#: The same, of calls that libraries make by the way (shutil.copy): answered as if done.
_PRETENDED_CALLS = {
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "utimensat": (280, 88),
}
_SOCKET, _PRLIMIT = (41, 198), (302, 261)
_CLONE = (56, 220)
_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}


def forbid_system_calls(shared_files=False):
    """Put a seccomp filter in place that nothing can take off; returns whether this machine's calls are known.

    ``shared_files`` refuses more, for a child that shares its file system and its user with others.
    """
    program = call_filter(shared_files)
    if program is None:
        return False
    _check(_libc.prctl(_PR_SET_SECCOMP, 2, program.address, 0, 0), "seccomp")
    return True


class _Program:
    """A filter as the kernel takes it (struct sock_fprog), at ``address`` as long as this object lives."""

    def __init__(self, instructions):
        self._code = ctypes.create_string_buffer(instructions, len(instructions))
        header = struct.pack("HxxxxxxQ", len(instructions) // 8, ctypes.addressof(self._code))
        self._header = ctypes.create_string_buffer(header, len(header))
        self.address = ctypes.addressof(self._header)


@functools.lru_cache(maxsize=None)
def call_filter(shared_files):
    """The filter's program, None for an unknown machine; a template makes it once for all its children."""
    machine = os.uname().machine
    if machine not in _MACHINES:
        return None
    column, architecture = _MACHINES[machine]
    return _Program(
        _filter(
            architecture,
            [numbers[column] for numbers in _FORBIDDEN_CALLS.values()],
            [numbers[column] for numbers in _UNKNOWN_CALLS.values()],
            _CLONE[column],
            _shared_lines(column) if shared_files else [],
        )
    )


_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _ANSWER = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _ERRNO_ANSWER = 0x7FFF0000, 0x00050000


def _shared_lines(column):
    """Instructions for a child without a cell; the call's number is loaded before and after them."""
    lines = []
    for calls, number in ((_SHARED_FILE_CALLS, errno.EPERM), (_PRETENDED_CALLS, 0)):
        for numbers in calls.values():
            if numbers[column] is not None:
                lines += [(_EQUAL, 0, 1, numbers[column]), (_ANSWER, 0, 0, _ERRNO_ANSWER | number)]
    # A Unix socket leads to whatever daemon listens on a path; pairs of them (socketpair) are not made by this call.
    lines += [(_EQUAL, 0, 4, _SOCKET[column]), (_LOAD, 0, 0, 16), (_EQUAL, 0, 1, socket.AF_UNIX)]
    lines += [(_ANSWER, 0, 0, _ERRNO_ANSWER | errno.EAFNOSUPPORT), (_LOAD, 0, 0, 0)]
    # Limits of the own process (0) only.
    lines += [(_EQUAL, 0, 4, _PRLIMIT[column]), (_LOAD, 0, 0, 16), (_EQUAL, 1, 0, 0)]
    lines += [(_ANSWER, 0, 0, _ERRNO_ANSWER | errno.EPERM), (_LOAD, 0, 0, 0)]
    return lines


def _filter(architecture, forbidden, unknown, clone, more):
    """Assemble the classic BPF program: 8 bytes an instruction (seccomp(2), struct sock_filter)."""
    load, equal, at_least, any_bit, answer = _LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _ANSWER
    allow, errno_answer = _ALLOW, _ERRNO_ANSWER
    namespaces = CLONE_NEWNS | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET | 0x02000000

    lines = [(load, 0, 0, 4), (equal, 1, 0, architecture), (answer, 0, 0, errno_answer | errno.EPERM), (load, 0, 0, 0)]
    # The x32 numbers of x86_64 would pass by every comparison below.
    lines += [(at_least, 0, 1, 0x40000000), (answer, 0, 0, errno_answer | errno.ENOSYS)]
    for number in forbidden:
        lines += [(equal, 0, 1, number), (answer, 0, 0, errno_answer | errno.EPERM)]
    for number in unknown:
        lines += [(equal, 0, 1, number), (answer, 0, 0, errno_answer | errno.ENOSYS)]
    lines += more
    lines += [
        (equal, 0, 3, clone),
        (load, 0, 0, 16),
        (any_bit, 0, 1, namespaces),
        (answer, 0, 0, errno_answer | errno.EPERM),
    ]
    lines += [(answer, 0, 0, allow)]
    return b"".join(struct.pack("=HBBI", *line) for line in lines)
