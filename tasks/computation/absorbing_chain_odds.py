import fractions
import json
import unittest

import sympy
from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(text):
    """Compute by exact arithmetic how a Markov chain described in JSON ends.

    The text is a JSON object: state -> object of (next state -> integer weight). From a state the next one is drawn
    with probability proportional to the weights. A state is final when it does not occur as a key of the outer
    object or when none of its weights is positive; all other states are running.

    Parameters:
    - text (str): The JSON text.

    Returns:
    - dict: For each running state, in the order of the text, a dict with 'steps' (fractions.Fraction, the expected
      number of moves until a final state) and 'ends' (dict: final state -> fractions.Fraction, the probability to
      end there; final states in sorted order, those of probability 0 left out).

    Raises:
    - ValueError: If the text is not JSON, a weight is negative or not an integer (true and false are not
      integers), or from some running state no final state can be reached.

    Requirements:
    - fractions
    - json
    - sympy

    Example:
    >>> result = task_func('{"toss": {"toss": 1, "won": 2, "lost": 1}}')
    >>> result['toss']['steps']
    Fraction(4, 3)
    >>> result['toss']['ends']
    {'lost': Fraction(1, 3), 'won': Fraction(2, 3)}
    """
    weights = json.loads(text)
    for state, row in weights.items():
        if any(type(weight) is not int or weight < 0 for weight in row.values()):
            raise ValueError(f"state {state}: weights must be integers from 0 up")
    running = [state for state, row in weights.items() if any(row.values())]
    final = sorted({target for row in weights.values() for target in row} - set(running))

    def probabilities(targets):
        return sympy.Matrix(
            len(running),
            len(targets),
            lambda i, j: sympy.Rational(weights[running[i]].get(targets[j], 0), sum(weights[running[i]].values())),
        )

    # Without a way out for some state the matrix is singular, for which inv() raises a ValueError.
    visits = (sympy.eye(len(running)) - probabilities(running)).inv()
    ends = visits * probabilities(final)

    def exact(number):
        return fractions.Fraction(number.p, number.q)

    return {
        state: {
            "steps": exact(sum(visits.row(i))),
            "ends": {target: exact(ends[i, j]) for j, target in enumerate(final) if ends[i, j]},
        }
        for i, state in enumerate(running)
    }


class TestCases(unittest.TestCase):
    def test_gamblers_ruin(self):
        chain = {"2": {"1": 1, "3": 1}, "1": {"0": 1, "2": 1}, "3": {"2": 1, "4": 1}}
        result = task_func(json.dumps(chain))
        self.assertEqual(list(result), ["2", "1", "3"])
        self.assertEqual([result[state]["steps"] for state in "123"], [3, 4, 3])
        self.assertEqual(result["1"]["ends"], {"0": fractions.Fraction(3, 4), "4": fractions.Fraction(1, 4)})
        self.assertEqual(result["2"]["ends"], {"0": fractions.Fraction(1, 2), "4": fractions.Fraction(1, 2)})
        self.assertIs(type(result["1"]["steps"]), fractions.Fraction)
        self.assertIs(type(result["1"]["ends"]["0"]), fractions.Fraction)

    def test_weights_are_relative(self):
        chain = {"try": {"try": 5, "fail": 3, "done": 12}}
        result = task_func(json.dumps(chain))
        self.assertEqual(result["try"]["steps"], fractions.Fraction(4, 3))
        self.assertEqual(result["try"]["ends"], {"done": fractions.Fraction(4, 5), "fail": fractions.Fraction(1, 5)})

    def test_final_states_sorted_and_impossible_ones_left_out(self):
        chain = {"a": {"z": 1, "y": 3, "x": 0, "p": 1, "w": 1, "m": 1, "n": 1}, "b": {"x": 1}}
        result = task_func(json.dumps(chain))
        self.assertEqual(list(result["a"]["ends"]), ["m", "n", "p", "w", "y", "z"])
        self.assertEqual(result["a"]["ends"]["y"], fractions.Fraction(3, 8))
        self.assertEqual(result["b"], {"steps": 1, "ends": {"x": 1}})

    def test_states_without_positive_weight_are_final(self):
        chain = {"start": {"dead": 1, "stop": 2}, "stop": {}, "dead": {"start": 0}}
        result = task_func(json.dumps(chain))
        self.assertEqual(list(result), ["start"])
        self.assertEqual(result["start"]["ends"], {"dead": fractions.Fraction(1, 3), "stop": fractions.Fraction(2, 3)})

    def test_nothing_runs(self):
        self.assertEqual(task_func("{}"), {})
        self.assertEqual(task_func('{"end": {}}'), {})

    def test_rejects_chains_that_never_end(self):
        for chain in (
            {"a": {"b": 1}, "b": {"a": 1}},
            {"a": {"a": 3}},
            {"a": {"a": 1, "end": 1}, "trap": {"trap": 1}},
        ):
            with self.subTest(chain=chain), self.assertRaises(ValueError):
                task_func(json.dumps(chain))

    def test_rejects_bad_weights_and_bad_json(self):
        for text in ('{"a": {"b": -1, "c": 2}}', '{"a": {"b": 0.5}}', '{"a": {"b": true}}', '{"a": {"b": "1"}}', "{a"):
            with self.subTest(text=text), self.assertRaises(ValueError):
                task_func(text)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.tuples(*[st.integers(0, 5)] * 4, st.integers(1, 5)), min_size=1, max_size=4))
    def test_equations_of_the_first_move_hold(self, rows):
        chain = {f"s{i}": {**{f"s{j}": row[j] for j in range(4)}, "end": row[4]} for i, row in enumerate(rows)}
        result = task_func(json.dumps(chain))
        for state, row in chain.items():
            total = sum(row.values())
            later = sum(result[target]["steps"] * weight for target, weight in row.items() if target in result)
            self.assertEqual(result[state]["steps"], 1 + later / total)
            self.assertEqual(sum(result[state]["ends"].values()), 1)
