import re

import numpy as np
import sympy
from sympy.parsing.sympy_parser import convert_xor, implicit_multiplication, parse_expr, standard_transformations


def task_func(text, low, high):
    if not re.fullmatch(r"[0-9x+\-*/^(). ]+", text):
        raise ValueError("invalid characters in polynomial")
    low, high = float(sympy.Rational(low)), float(sympy.Rational(high))
    if low >= high:
        raise ValueError("empty interval")
    x = sympy.Symbol("x")
    try:
        expr = parse_expr(text, transformations=standard_transformations + (implicit_multiplication, convert_xor))
        coefficients = [float(c) for c in sympy.Poly(expr, x).all_coeffs()]
    except Exception as exc:
        raise ValueError("cannot parse polynomial") from exc
    if len(coefficients) < 2:
        raise ValueError("degree must be at least 1")
    poly = np.poly1d(coefficients)
    slope = poly.deriv()
    roots = sorted({round(r.real, 9) for r in slope.roots if abs(r.imag) < 1e-6 and low < r.real < high})
    critical = []
    for root in roots:
        left, right = slope(root - 1e-4), slope(root + 1e-4)
        kind = "minimum" if left < 0 < right else "maximum" if left > 0 > right else "saddle"
        critical.append((root, kind))
    points = [(p, poly(p)) for p in [low, *roots, high]]
    return {
        "critical": critical,
        "least": min(points, key=lambda p: p[1]),
        "greatest": max(points, key=lambda p: p[1]),
    }
