import re
import unittest
from tokenize import TokenError

import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy.parsing import sympy_parser


def task_func(text, low, high):
    """Find the critical points and the extreme values of a polynomial on a closed interval, exactly.

    The polynomial is written in x with digits, decimal points between digits, + - * / ^ and brackets; ^ is a power
    and a product may leave out the *, as in 3x^2. Decimals such as 0.1 are exact fractions. A critical point is a
    root of the derivative strictly between low and high. It is a 'minimum' or a 'maximum' when the derivative
    changes its sign there, else a 'saddle'.

    Parameters:
    - text (str): The polynomial, of degree 1 or more.
    - low, high (int or str): Ends of the interval; as text also fractions and decimals, such as '1/3' or '0.1'.

    Returns:
    - dict: 'critical' (list of (x, kind) by ascending x), 'least' and 'greatest': (x, value) of the least and the
      greatest value on the whole interval, ends included, at the smallest such x. All x and values are exact sympy
      numbers.

    Raises:
    - ValueError: If the text has other characters, cannot be parsed, is no polynomial in x of degree 1 or more
      with rational coefficients, or low is not less than high.

    Requirements:
    - re
    - sympy
    - sympy.parsing
    - tokenize

    Example:
    >>> task_func('x^3 - 3x', -3, 3)
    {'critical': [(-1, 'maximum'), (1, 'minimum')], 'least': (-3, -18), 'greatest': (3, 18)}
    """
    x = sympy.Symbol("x")
    low, high = sympy.Rational(low), sympy.Rational(high)
    if low >= high or not re.fullmatch(r"([0-9x+\-*/^() ]|(?<=\d)\.(?=\d))+", text):
        raise ValueError(f"no polynomial on an interval: {text!r} from {low} to {high}")
    transformations = (
        *sympy_parser.standard_transformations,
        sympy_parser.implicit_multiplication,
        sympy_parser.convert_xor,
        sympy_parser.rationalize,
    )
    try:
        polynomial = sympy.Poly(sympy_parser.parse_expr(text, transformations=transformations), x, domain="QQ")
    except (SyntaxError, TypeError, TokenError, sympy.BasePolynomialError) as error:
        raise ValueError(f"not a polynomial in x: {text!r}") from error
    if polynomial.degree() < 1:
        raise ValueError(f"constant: {text!r}")

    critical = []
    derivative = polynomial.diff()
    for root, multiplicity in derivative.real_roots(multiple=False):
        if low < root < high:
            kind = "saddle"
            if multiplicity % 2:
                curvature = derivative.as_expr().diff(x, multiplicity).subs(x, root)
                kind = "minimum" if curvature > 0 else "maximum"
            critical.append((root, kind))
    points = [(place, polynomial.eval(place)) for place in (low, *(root for root, _ in critical), high)]
    return {
        "critical": critical,
        "least": min(points, key=lambda point: point[1]),
        "greatest": max(points, key=lambda point: point[1]),
    }


class TestCases(unittest.TestCase):
    def test_quadratic_with_irrational_values(self):
        result = task_func("x^3 - 2*x", 0, 2)
        self.assertEqual(list(result), ["critical", "least", "greatest"])
        root = sympy.sqrt(6) / 3
        self.assertEqual(result["critical"], [(root, "minimum")])
        self.assertEqual(result["least"][0], root)
        self.assertEqual(sympy.simplify(result["least"][1] + 4 * sympy.sqrt(6) / 9), 0)
        self.assertEqual(result["greatest"], (2, 4))

    def test_saddles_and_higher_multiplicity(self):
        self.assertEqual(task_func("x^3", -1, 2), {"critical": [(0, "saddle")], "least": (-1, -1), "greatest": (2, 8)})
        self.assertEqual(task_func("(x-1)^4", 0, 3)["critical"], [(1, "minimum")])
        self.assertEqual(task_func("1 - 0.1x^2", -2, 2)["critical"], [(0, "maximum")])
        self.assertEqual(task_func("5 - (x-1)^6", 0, 3)["critical"], [(1, "maximum")])
        self.assertEqual(task_func("3x^5 - 5x^3", -2, 2)["critical"], [(-1, "maximum"), (0, "saddle"), (1, "minimum")])

    def test_only_points_strictly_inside(self):
        result = task_func("x^3 - 3x", -1, 1)
        self.assertEqual(result["critical"], [])
        self.assertEqual((result["least"], result["greatest"]), ((1, -2), (-1, 2)))
        self.assertEqual(task_func("x^3 - 3x", "-1", "3/2")["critical"], [(1, "minimum")])

    def test_ties_go_to_the_smallest_x(self):
        result = task_func("x^4 - 2x^2", "-1.5", "1.5")
        self.assertEqual(result["least"], (-1, -1))
        self.assertEqual(task_func("x^2", -2, 2)["greatest"], (-2, 4))
        self.assertEqual(task_func("1 - 0.1x^2", -2, 2)["least"], (-2, sympy.Rational(3, 5)))

    def test_decimals_and_implied_products_are_exact(self):
        result = task_func("0.1x(x - 0.3)(2)", "0.1", 1)
        self.assertEqual(result["critical"], [(sympy.Rational(3, 20), "minimum")])
        self.assertEqual(result["least"], (sympy.Rational(3, 20), sympy.Rational(-9, 2000)))
        self.assertEqual(result["greatest"], (1, sympy.Rational(7, 50)))
        self.assertEqual(task_func("x/3", "1/3", "0.5")["least"], (sympy.Rational(1, 3), sympy.Rational(1, 9)))

    def test_lines_have_no_critical_points(self):
        self.assertEqual(task_func("7 - 2 x", 0, 5), {"critical": [], "least": (5, -3), "greatest": (0, 7)})

    def test_rejects_bad_texts(self):
        texts = ["", "5", "x - x + 1", "1/x", "x^(1/2)", "2^x", "2^(1/2)x", "x/0", "y + 1", "sin(x)"]
        for text in [*texts, "x +* 2", "(x", "x(2", "()", "x.x", "1.5.x", ".5x"]:
            with self.subTest(text=text), self.assertRaises(ValueError):
                task_func(text, 0, 1)

    def test_rejects_empty_intervals(self):
        for low, high in ((1, 1), (2, 1), ("1/2", "0.5")):
            with self.subTest(low=low, high=high), self.assertRaises(ValueError):
                task_func("x^2", low, high)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.integers(-4, 4), st.integers(-4, 4), st.integers(1, 3))
    def test_vertex_of_a_parabola(self, centre, offset, factor):
        text = f"{factor}*(x - ({centre}))^2 + ({offset})"
        result = task_func(text, -9, 9)
        self.assertEqual(result["critical"], [(centre, "minimum")])
        self.assertEqual(result["least"], (centre, offset))
        self.assertEqual(result["greatest"][1], factor * (9 + abs(centre)) ** 2 + offset)
