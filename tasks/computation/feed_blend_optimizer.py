import unittest

import numpy as np
import pandas as pd
from scipy import optimize


def task_func(ingredients, limits, batch):
    """Find the cheapest blend of feed ingredients that meets nutrient limits.

    Parameters:
    - ingredients (pandas.DataFrame): Indexed by the name of the ingredient, with the columns 'price' (per kg),
      'stock' (kg at hand) and one column per nutrient with its amount per kg. The cheapest blend is unique in all
      inputs.
    - limits (dict[str, tuple]): Nutrient -> (lowest, highest) amount per kg of blend, where None stands for no
      bound. Nutrients without an entry are free.
    - batch (float): Weight of the blend in kg; the amounts of the ingredients add up to it, each between 0 and its
      stock.

    Returns:
    - dict or None: None if no blend meets all limits. Else a dict with
      'amounts' (pandas.Series: kg of each ingredient in the order of the table, rounded to three decimals),
      'cost' (float rounded to two decimals),
      'nutrients' (dict: amount per kg of blend of each nutrient in limits, rounded to four decimals, in the order of
      limits) and
      'saving' (dict: for each ingredient that is used up, the amount by which the cost of the batch falls per
      additional kg of its stock, the negated dual value of its stock limit, rounded to four decimals; an ingredient
      is used up when less than 1e-6 kg are left).

    Raises:
    - ValueError: If batch is not positive or a nutrient in limits is not a column of the table.

    Requirements:
    - numpy
    - pandas
    - scipy.optimize

    Example:
    >>> table = pd.DataFrame({'price': [0.2, 0.6], 'stock': [900, 900], 'protein': [0.1, 0.5]}, index=['oats', 'soy'])
    >>> result = task_func(table, {'protein': (0.2, None)}, 100)
    >>> result['amounts'].to_dict(), result['cost'], result['saving']
    ({'oats': 75.0, 'soy': 25.0}, 30.0, {})
    """
    unknown = set(limits) - set(ingredients.columns)
    if batch <= 0 or unknown:
        raise ValueError(f"cannot blend {batch} kg with the nutrients {unknown} unknown")
    upper, bounds = [], []
    for nutrient, (lowest, highest) in limits.items():
        row = ingredients[nutrient].to_numpy()
        if lowest is not None:
            upper.append(-row)
            bounds.append(-lowest * batch)
        if highest is not None:
            upper.append(row)
            bounds.append(highest * batch)
    stock = ingredients["stock"].to_numpy()
    result = optimize.linprog(
        ingredients["price"],
        A_ub=np.reshape(upper, (-1, len(stock))),
        b_ub=bounds,
        A_eq=np.ones((1, len(stock))),
        b_eq=[batch],
        bounds=np.column_stack((np.zeros(len(stock)), stock)),
    )
    if not result.success:
        return None
    used_up = ingredients.index[stock - result.x < 1e-6]
    saving = pd.Series(-result.upper.marginals, ingredients.index).round(4)
    return {
        "amounts": pd.Series(result.x, ingredients.index).round(3),
        "cost": round(result.fun, 2),
        "nutrients": {nutrient: round(ingredients[nutrient] @ result.x / batch, 4) for nutrient in limits},
        "saving": saving[used_up].to_dict(),
    }


class TestCases(unittest.TestCase):
    def setUp(self):
        self.table = pd.DataFrame(
            {
                "protein": [0.09, 0.45, 0.60, 0.0],
                "fibre": [0.02, 0.06, 0.01, 0.0],
                "price": [0.25, 0.5, 1.1, 0.05],
                "stock": [800.0, 150.0, 400.0, 30.0],
            },
            index=["maize", "soy", "fish", "chalk"],
        )

    def test_several_limits(self):
        result = task_func(self.table, {"protein": (0.2, None), "fibre": (None, 0.03)}, 500)
        self.assertEqual(list(result), ["amounts", "cost", "nutrients", "saving"])
        self.assertEqual(list(result["amounts"].index), ["maize", "soy", "fish", "chalk"])
        self.assertEqual(result["amounts"].tolist(), [314.792, 143.042, 12.167, 30.0])
        self.assertEqual(result["cost"], 165.1)
        self.assertEqual(list(result["nutrients"].items()), [("protein", 0.2), ("fibre", 0.03)])
        self.assertEqual(result["saving"], {"chalk": 0.2119})

    def test_lower_and_upper_limit_of_one_nutrient(self):
        lower = task_func(self.table, {"protein": (0.3, 0.35)}, 100)
        self.assertEqual(lower["amounts"].tolist(), [4.167, 65.833, 0.0, 30.0])
        self.assertEqual((lower["cost"], lower["nutrients"]), (35.46, {"protein": 0.3}))
        self.assertEqual(lower["saving"], {"chalk": 0.1375})
        upper = task_func(self.table, {"fibre": (None, 0.019), "protein": (0.1, 0.12)}, 123.4567)
        self.assertEqual(upper["amounts"].tolist(), [82.527, 10.929, 0.0, 30.0])
        self.assertEqual(list(upper["nutrients"].items()), [("fibre", 0.0187), ("protein", 0.1)])

    def test_saving_is_what_another_kilogram_brings(self):
        limits = {"protein": (0.5, None)}
        result = task_func(self.table, limits, 500)
        self.assertEqual(result["saving"], {"soy": 0.35, "chalk": 0.05})
        self.table.loc["soy", "stock"] += 1
        more = task_func(self.table, limits, 500)
        self.assertAlmostEqual(result["cost"] - more["cost"], 0.35, places=6)

    def test_bounds_that_do_not_bind(self):
        for limits in ({}, {"protein": (None, 0.1)}, {"protein": (None, None)}, {"protein": (0, None)}):
            with self.subTest(limits=limits):
                result = task_func(self.table, limits, 100)
                self.assertEqual(result["amounts"].tolist(), [70.0, 0.0, 0.0, 30.0])
                self.assertEqual(result["cost"], 19.0)
                self.assertEqual(result["saving"], {"chalk": 0.2})
                self.assertEqual(result["nutrients"], {"protein": 0.063} if limits else {})

    def test_nothing_used_up(self):
        result = task_func(self.table, {"fibre": (0.025, None)}, 40)
        self.assertEqual(result["amounts"].tolist(), [0.0, 16.667, 0.0, 23.333])
        self.assertEqual(result["saving"], {})
        result = task_func(self.table, {}, 29.9999)
        self.assertEqual((result["amounts"]["chalk"], result["cost"], result["saving"]), (30.0, 1.5, {}))
        result = task_func(self.table, {}, 30.0001)
        self.assertEqual(result["saving"], {"chalk": 0.2})

    def test_impossible_blends(self):
        self.assertIsNone(task_func(self.table, {"protein": (0.62, None)}, 10))
        self.assertIsNone(task_func(self.table, {}, 1381))
        self.assertIsNone(task_func(self.table, {"protein": (0.3, 0.2)}, 10))
        self.assertIsNone(task_func(self.table, {"fibre": (None, -0.001)}, 10))

    def test_rejects_bad_arguments(self):
        unknown = {"protein": (0.1, None), "iron": (1, 2)}
        for limits, batch in (({}, 0), ({}, -5), ({"zinc": (None, 1)}, 10), (unknown, 9)):
            with self.subTest(limits=limits, batch=batch), self.assertRaises(ValueError):
                task_func(self.table, limits, batch)
        self.assertEqual(task_func(self.table, {}, 0.6)["cost"], 0.03)
