import re

import sympy
from sympy.parsing.sympy_parser import (
    convert_xor,
    implicit_multiplication_application,
    parse_expr,
    rationalize,
    standard_transformations,
)


def task_func(text, low, high):
    x = sympy.symbols("x")
    low, high = sympy.Rational(low), sympy.Rational(high)
    if low >= high:
        raise ValueError("low must be less than high")
    if not re.fullmatch(r"[0-9x+\-*/^(). ]+", text):
        raise ValueError("unexpected characters")
    try:
        expr = parse_expr(
            text,
            transformations=standard_transformations + (implicit_multiplication_application, convert_xor, rationalize),
        )
        poly = sympy.Poly(expr, x)
    except Exception as exc:
        raise ValueError("not a polynomial") from exc
    if poly.degree() < 1:
        raise ValueError("constant polynomial")
    expr = poly.as_expr()
    second = sympy.diff(expr, x, 2)
    critical = []
    for root in sorted(set(sympy.real_roots(sympy.diff(expr, x), x))) if poly.degree() > 1 else []:
        if low < root < high:
            value = second.subs(x, root)
            kind = "minimum" if value > 0 else "maximum" if value < 0 else "saddle"
            critical.append((root, kind))
    points = [(p, expr.subs(x, p)) for p in [low] + [r for r, _ in critical] + [high]]
    return {
        "critical": critical,
        "least": min(points, key=lambda p: p[1]),
        "greatest": max(points, key=lambda p: p[1]),
    }
