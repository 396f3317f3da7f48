"""Notes: what of the interpreter's inside a sample was seen to use while it ran, told to the keeper at once.

A text can be read for what it names, but libraries evaluate texts, unpickle and import for whoever asks them. The
interpreter's audit events show that. A note accuses nobody: it has a pass looked at again.

Standard library only, Python 3.8 or newer, nothing of the package.
"""

import os
import sys
import threading
import types

_getframe, _getpid, _thread = sys._getframe, os.getpid, threading.get_ident


class Notes:
    """An audit hook for the time in which a sample runs; each note is told once."""

    def __init__(self, tell, file, last_line, watched, places):
        self._tell = tell
        #: Whether the sample is watched: its pass is looked at again whatever weak notes say.
        self._is_watched = watched
        #: Where the sample's own code stands: in this file, down to this line.
        self._file, self._last_line = file, last_line
        self._pid = _getpid()
        self._told, self._busy = set(), set()
        self._lock = threading.Lock()
        #: What a library's file begins with.
        self._places = places

    def begin(self):
        """Listen from now on, for good."""
        sys.addaudithook(self._hear)

    def end(self, changed=()):
        """Tell what the sample has left changed, and nothing more, so that the answer is not torn apart."""
        self._lock.acquire()
        for label in changed[:_MOST_CHANGED] if self._pid == _getpid() else ():
            self._tell({"note": "weak:%s is changed" % label})

    def _hear(self, event, arguments):
        # The guard of a watched sample reads attributes by the hundred thousand where a property is tested.
        if self._is_watched and event == "object.__getattr__" and arguments[1] != "tb_frame":
            return
        ask = _ASKED.get(event)
        if ask is None or _thread() in self._busy:
            return
        self._busy.add(_thread())
        try:
            note = ask(self, event, arguments)
            if note and note not in self._told and self._pid == _getpid() and self._lock.acquire(False):
                try:
                    self._told.add(note)
                    self._tell({"note": note})
                finally:
                    self._lock.release()
        finally:
            self._busy.discard(_thread())

    def _comes_from_sample(self):
        # Two calls stand between this and who caused the event. A frame's code is read no oftener than need be, since
        # the reading is an event as well.
        frame = _getframe(2).f_back
        code = frame.f_code if frame is not None else None
        if code is not None and code.co_name in ("stack", "currentframe") and code.co_filename.endswith("/inspect.py"):
            frame = frame.f_back
            code = frame.f_code if frame is not None else None
        if code is None:
            return False
        return (code.co_filename == self._file and frame.f_lineno <= self._last_line) or code.co_filename == "<string>"

    def _watched(self, event, _):
        return event if self._comes_from_sample() else ""

    def _frame(self, event, arguments):
        if self._comes_from_sample():
            return event
        # Libraries look at their callers too; before Python 3.11 nobody says at which.
        frame = arguments[0] if arguments else None
        if frame is not None and os.path.isabs(frame.f_code.co_filename):
            return ""
        frame = _getframe(2).f_back
        while frame is not None and frame.f_code.co_filename != self._file:
            frame = frame.f_back
        if frame is None or frame.f_lineno > self._last_line or frame.f_code.co_name == "<module>":
            return ""
        return "weak:a library looks at its caller's frame"

    def _attribute(self, event, arguments):
        if not self._comes_from_sample():
            return ""
        return event if arguments[1] == "tb_frame" else "weak:attribute %s" % arguments[1]

    def _opened(self, _, arguments):
        path = os.fsdecode(arguments[0]) if isinstance(arguments[0], (str, bytes)) else ""
        return "weak:its own memory" if path.rpartition("/")[2] == "mem" else ""

    def _executed(self, _, arguments):
        code = arguments[0]
        file = code.co_filename
        if os.path.isabs(file):
            return "" if file.startswith(self._places) or self._is_autograph() else "weak:a module of its own"
        if file == self._file or file.startswith("<frozen"):
            return ""
        return "weak:a text is run" if _is_strange_code(code) else ""

    def _is_autograph(self):
        """Whether TensorFlow imports what it made of a function that it was given, which is nobody's hiding place."""
        frame = _getframe(2).f_back
        while frame is not None and not os.path.isabs(frame.f_code.co_filename):
            frame = frame.f_back
        callers = [frame, frame.f_back] if frame is not None else [None]
        return all(
            caller is not None
            and caller.f_code.co_filename.startswith(self._places)
            and "/tensorflow/python/autograph/" in caller.f_code.co_filename
            for caller in callers
        )

    def _unpickled(self, _, arguments):
        module, name = arguments[:2]
        return "" if module.partition(".")[0] in _OF_PICKLES else "weak:a pickle finds %s.%s" % (module, name)


def library_places():
    """What the files of all libraries begin with: the interpreter's directories and those on its path."""
    places = {sys.prefix, sys.base_prefix, os.path.dirname(os.__file__), *filter(os.path.isdir, sys.path)}
    return tuple(place.rstrip("/") + "/" for place in places)


def _is_strange_code(code):
    """Whether code that no file shows names what only somebody needs who looks round."""
    frontier = [code]
    while frontier:
        each = frontier.pop()
        for name in each.co_names:
            if name in _STRANGE or (name.startswith("__") and name not in _PLAIN):
                return True
        for const in each.co_consts:
            if isinstance(const, types.CodeType):
                frontier.append(const)
            elif isinstance(const, str) and "__" in const and const not in _PLAIN:
                return True
    return False


#: How much of what was left changed is told.
_MOST_CHANGED = 5
#: Events that are looked at; the first ones where the sample's own code causes them.
_ASKED = {
    "sys._getframe": Notes._frame,
    "sys._current_frames": Notes._watched,
    "gc.get_objects": Notes._watched,
    "gc.get_referrers": Notes._watched,
    "gc.get_referents": Notes._watched,
    "sys.settrace": Notes._watched,
    "sys.setprofile": Notes._watched,
    "sys.addaudithook": Notes._watched,
    "ctypes.cdata": Notes._watched,
    "ctypes.string_at": Notes._watched,
    "object.__getattr__": Notes._attribute,
    "open": Notes._opened,
    "os.symlink": Notes._opened,
    "exec": Notes._executed,
    "pickle.find_class": Notes._unpickled,
}
#: Names with which a text that is run reaches for what is not its own.
_STRANGE = frozenset(
    """
    attrgetter builtins compile eval exec format format_map f_back f_builtins f_code f_globals f_locals gc get_objects
    get_referents get_referrers getattr globals import_module locals methodcaller modules open setattr sys
    tb_frame TestCase TestCases types unittest vars _getframe _current_frames
    """.split()
)
_PLAIN = frozenset(["__init__", "__name__", "__module__", "__qualname__", "__doc__", "__slots__", "__new__"])
#: Where pickles find nothing that runs what they say.
_OF_PICKLES = frozenset(["numpy", "pandas", "datetime", "collections", "decimal", "__test__", "__mp_main__"])
