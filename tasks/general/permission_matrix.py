import csv
import enum
import functools
import io
import operator
import types
import unittest


def task_func(csv_text):
    """Resolve a table of roles into an enum of permissions and the flags of each role.

    The CSV text has the header role,inherits,grants and one role a row. inherits holds the names of other roles, also
    of later rows, and grants holds names of permissions in upper or lower case; both are separated by blanks and may
    be empty. A role has every permission that the roles it inherits have, and those that it grants itself. A permission
    with a hyphen in front is withdrawn instead: the role lacks it even if it is inherited or granted in the same row.
    The word all stands for every permission that is mentioned in the table.
    The permissions are the members of an enum.Flag class called Permission: their names in upper case, in the order of
    their first mention (granted or withdrawn), with the values 1, 2, 4 and so on. "all" is no member.

    Parameters:
    - csv_text (str): the table.

    Returns:
    - tuple: the Flag class, and a read-only mapping (types.MappingProxyType) from role to its flags, in the order of
      the rows. A role without permissions has the flag of value 0.

    Raises:
    - ValueError: if a role has two rows, inherits an unknown role or, directly or not, itself, or if the table mentions
      no permission besides all.

    Requirements:
    - csv
    - enum
    - functools
    - io
    - operator
    - types

    Example:
    >>> permission, roles = task_func("role,inherits,grants\\nadmin,guest,all -vote\\nguest,,read vote\\n")
    >>> [member.name for member in permission], roles["admin"].value, roles["guest"].value
    (['VOTE', 'READ'], 2, 3)
    """
    rows = list(csv.DictReader(io.StringIO(csv_text)))
    table = {row["role"]: row for row in rows}
    words = [word for row in rows for word in row["grants"].upper().split()]
    names = [name for name in dict.fromkeys(word.removeprefix("-") for word in words) if name != "ALL"]
    if len(table) < len(rows) or not names:
        raise ValueError("a role is defined twice, or there are no permissions")
    permission = enum.Flag("Permission", names)

    def union(flags):
        return functools.reduce(operator.or_, flags, permission(0))

    def flag(name):
        return union(permission) if name == "ALL" else permission[name]

    def resolve(role, above):
        if role in above or role not in table:
            raise ValueError(f"{role} is unknown or inherits itself")
        inherited = union(resolve(parent, above | {role}) for parent in table[role]["inherits"].split())
        grants = table[role]["grants"].upper().split()
        granted = union(flag(word) for word in grants if not word.startswith("-"))
        withdrawn = union(flag(word[1:]) for word in grants if word.startswith("-"))
        return (inherited | granted) & ~withdrawn

    return permission, types.MappingProxyType({role: resolve(role, frozenset()) for role in table})


class TestCases(unittest.TestCase):
    def resolved(self, *rows):
        permission, roles = task_func("\n".join(["role,inherits,grants", *rows]))
        return [member.name for member in permission], {role: flags.value for role, flags in roles.items()}

    def test_members_in_order_of_mention(self):
        names, roles = self.resolved("b,,write -delete", "a,,READ Write", "c,,Delete")
        self.assertEqual(names, ["WRITE", "DELETE", "READ"])
        self.assertEqual(list(roles.items()), [("b", 1), ("a", 5), ("c", 2)])

    def test_inheritance_over_several_levels(self):
        rows = ["boss,lead clerk,fire", "lead,staff,plan", "clerk,,file", "staff,,work"]
        names, roles = self.resolved(*rows)
        self.assertEqual(names, ["FIRE", "PLAN", "FILE", "WORK"])
        self.assertEqual(roles, {"boss": 15, "lead": 10, "clerk": 4, "staff": 8})

    def test_withdrawal_wins(self):
        names, roles = self.resolved("base,,r w x", "less,base,-w", "none,base,-r x w -w -x", "again,less,w")
        self.assertEqual(names, ["R", "W", "X"])
        self.assertEqual(roles, {"base": 7, "less": 5, "none": 0, "again": 7})

    def test_all(self):
        names, roles = self.resolved("root,,ALL", "most,,all -b", "nothing,root,-All c", "some,,a b -c")
        self.assertEqual(names, ["B", "C", "A"])
        self.assertEqual(roles, {"root": 7, "most": 6, "nothing": 0, "some": 5})

    def test_types_of_the_result(self):
        permission, roles = task_func("role,inherits,grants\nuser,,see-all\nidle,,\n")
        self.assertTrue(issubclass(permission, enum.Flag))
        self.assertEqual((permission.__name__, permission["SEE-ALL"].value), ("Permission", 1))
        self.assertIs(type(roles), types.MappingProxyType)
        self.assertIs(roles["user"], permission["SEE-ALL"])
        self.assertEqual(roles["idle"], permission(0))
        self.assertIsInstance(roles["idle"], permission)

    def test_shared_ancestor_is_no_circle(self):
        self.assertEqual(self.resolved("top,l r,", "l,base,", "r,base,b", "base,,a")[1]["top"], 3)

    def test_wrong_inheritance(self):
        for rows in (["a,b,x"], ["a,a,x"], ["a,b,x", "b,c,", "c,a,"], ["a,b,x", "b,c,", "c,b,"]):
            with self.subTest(rows=rows), self.assertRaises(ValueError):
                self.resolved(*rows)

    def test_wrong_tables(self):
        for rows in ([], ["a,,"], ["a,,all", "b,a,-all"], ["a,,x", "b,,y", "a,,x"]):
            with self.subTest(rows=rows), self.assertRaises(ValueError):
                self.resolved(*rows)
