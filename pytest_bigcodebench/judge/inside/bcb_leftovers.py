"""What a sample has left changed of what its tests call, found by comparing namespaces with what they were.

A text need not show that it changes a library: ``functools.update_wrapper(numpy, mine)`` binds names in numpy as well
as an assignment does. So a pass that leaves something changed is looked at again; that accuses nobody.

Standard library only, Python 3.8 or newer, nothing of the package.
"""

import operator
import sys
import types

import bcb_guard

_MEMBERS = (types.FunctionType, property, staticmethod, classmethod, type(len), type(str.join))


class Kept:
    """Modules as a template has imported them."""

    def __init__(self):
        self._namespaces = {}

    def keep(self, modules):
        """Remember what is bound to functions and classes in these modules, and to functions in those classes.

        Not in unittest: tests run through a copy of it, and who names it is watched.
        """
        names = {part for name in modules for part in bcb_guard.on_the_way(name.replace(":", "."))}
        for name in (names | {"os.path"}) - self._namespaces.keys():
            module = sys.modules.get(name)
            if isinstance(module, types.ModuleType) and name.partition(".")[0] != "unittest":
                self._namespaces[name] = list(_namespaces(name, module))

    def settle(self, modules):
        """Take these modules as they are now, which is how the sample finds them."""
        for name in modules:
            for namespace in self._namespaces.get(name, ()):
                namespace.settle()

    def changes(self, names):
        """Name what is bound otherwise in the modules of these names, as far as they were kept."""
        return [
            label
            for module, namespaces in self._namespaces.items()
            if module == "os.path" or _is_among(names, module)
            for namespace in namespaces
            for label in namespace.changes()
        ]


def _is_among(names, module):
    """Whether a module is named, as a whole or by its parent's name and its own (``from parent import module``)."""
    parent, _, own = module.rpartition(".")
    return module in names or (parent in names and own in names)


def _namespaces(name, module):
    members = {key: value for key, value in vars(module).items() if callable(value)}
    yield _Namespace(name, vars(module), members, ())
    for key, value in members.items():
        # By type(), because asking a lazy object for its class would wake it.
        if issubclass(type(value), type) and value is not type and value is not object:
            functions = {
                member: function
                for member, function in type.__getattribute__(value, "__dict__").items()
                if isinstance(function, _MEMBERS) and member not in bcb_guard.VOLATILE
            }
            yield _Namespace("%s.%s" % (name, key), vars(value), functions, value.__mro__[1:])


class _Namespace:
    """What some names of a module, or of a class with these ``bases``, are bound to."""

    def __init__(self, label, live, members, bases):
        self._label, self._live, self._bases, self._size = label, live, bases, len(live)
        self._names, self._values = list(members), list(members.values())

    def settle(self):
        self._values = list(map(self._live.get, self._names))

    def changes(self):
        if not all(map(operator.is_, map(self._live.get, self._names), self._values)):
            for name, value in zip(self._names, self._values):
                now = self._live.get(name)
                if now is not value and not self._is_allowed(name, now):
                    yield "%s.%s" % (self._label, name)
        if self._bases and len(self._live) > self._size:
            for name, value in list(self._live.items())[self._size :]:
                shadows = isinstance(value, _MEMBERS) and any(name in vars(base) for base in self._bases)
                if shadows and not self._is_allowed(name, value):
                    yield "%s.%s" % (self._label, name)

    def _is_allowed(self, name, now):
        if (self._label, name) in bcb_guard.FREE or bcb_guard.may_stand_in(now, name):
            return True
        return name == "optionxform" and bcb_guard.keeps_case(now)
