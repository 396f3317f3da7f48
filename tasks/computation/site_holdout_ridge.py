import unittest

import numpy as np
import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import LeaveOneGroupOut, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler


def task_func(table, target, site, strength=1.0):
    """Measure how well a ridge regression carries over to sites that it has never seen.

    Each site in turn is held out and predicted by a model that was fitted on the rows of all other sites; every
    statistic that the preparation needs comes from these training rows too. Numeric features: fill gaps with the
    median, then scale to mean 0 and (population) standard deviation 1. All other features: one-hot encode without
    dropping a level, values unseen in training become all zeros. Then fit a ridge regression with intercept and the
    given penalty strength. The features are all columns but target and site.

    Parameters:
    - table (pandas.DataFrame): Features, target and site. Gaps occur in numeric features only.
    - target (str): Name of the numeric column to predict.
    - site (str): Name of the column with the site of each row.
    - strength (float): Penalty (alpha) of the ridge regression. Default 1.0.

    Returns:
    - pandas.DataFrame: One row per site, indexed by the site's name and sorted by 'mae' descending, with the columns
      'rows' (int), 'mae' (mean absolute error) and 'bias' (mean of prediction minus target), both rounded to four
      decimals, and 'naive' (mean absolute error, rounded to four decimals, when the mean target of the other sites is
      predicted for all rows).

    Raises:
    - ValueError: If there are fewer than two sites or no features.

    Requirements:
    - numpy
    - pandas
    - sklearn.compose
    - sklearn.impute
    - sklearn.linear_model
    - sklearn.metrics
    - sklearn.model_selection
    - sklearn.pipeline
    - sklearn.preprocessing

    Example:
    >>> table = pd.DataFrame({'area': [1.0, 2.0, 3.0, 4.0], 'rent': [2.0, 4.0, 6.0, 8.0], 'city': list('xyxy')})
    >>> task_func(table, 'rent', 'city', strength=0)['naive'].to_dict()
    {'x': 2.0, 'y': 2.0}
    """
    features = table.drop(columns=[target, site])
    sites = table[site].to_numpy()
    if features.empty:
        raise ValueError(f"no features beside {target} and {site}")
    numeric = features.select_dtypes("number").columns
    prepare = make_column_transformer(
        (make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), numeric),
        (OneHotEncoder(handle_unknown="ignore"), features.columns.difference(numeric)),
    )
    model = make_pipeline(prepare, Ridge(alpha=strength))
    actual = table[target].to_numpy()
    # With a single site there is nothing to train on, for which LeaveOneGroupOut raises a ValueError.
    predicted = cross_val_predict(model, features, actual, groups=sites, cv=LeaveOneGroupOut())

    rows = {}
    for name in np.unique(sites):
        held = sites == name
        rows[name] = {
            "rows": held.sum(),
            "mae": mean_absolute_error(actual[held], predicted[held]),
            "bias": (predicted - actual)[held].mean(),
            "naive": np.abs(actual[held] - actual[~held].mean()).mean(),
        }
    report = pd.DataFrame.from_dict(rows, orient="index").astype({"rows": int})
    return report.sort_values("mae", ascending=False).round(4)


class TestCases(unittest.TestCase):
    def setUp(self):
        self.table = pd.DataFrame(
            {
                "size": [30.0, 45.0, np.nan, 80.0, 55.0, 62.0, 41.0, np.nan, 90.0],
                "age": [5, 40, 12, 33, 7, 21, 60, 15, 2],
                "kind": ["flat", "flat", "house", "house", "flat", "loft", "flat", "house", "house"],
                "price": [210.0, 240.0, 390.0, 410.0, 330.0, 350.0, 230.0, 370.0, 520.0],
                "town": ["Ulm", "Ulm", "Ulm", "Bonn", "Bonn", "Bonn", "Kiel", "Kiel", "Kiel"],
            },
            index=range(100, 109),
        )

    def oracle(self, held, strength):
        numbers = self.table[["size", "age"]].to_numpy()
        train = ~held
        numbers = np.where(np.isnan(numbers), np.nanmedian(numbers[train], axis=0), numbers)
        numbers = (numbers - numbers[train].mean(axis=0)) / numbers[train].std(axis=0)
        levels = sorted(set(self.table["kind"][train]))
        kinds = np.array([[kind == level for level in levels] for kind in self.table["kind"]])
        x = np.hstack([numbers, kinds.astype(float)])
        y = self.table["price"].to_numpy()
        centre, mean = x[train].mean(axis=0), y[train].mean()
        a = x[train] - centre
        weights = np.linalg.solve(a.T @ a + strength * np.eye(x.shape[1]), a.T @ (y[train] - mean))
        return (x[held] - centre) @ weights + mean

    def compare(self, result, strength):
        self.assertEqual(list(result.columns), ["rows", "mae", "bias", "naive"])
        for town in ("Ulm", "Bonn", "Kiel"):
            held = (self.table["town"] == town).to_numpy()
            error = self.oracle(held, strength) - self.table["price"].to_numpy()[held]
            self.assertAlmostEqual(result.loc[town, "mae"], np.abs(error).mean(), delta=6e-5)
            self.assertAlmostEqual(result.loc[town, "bias"], error.mean(), delta=6e-5)

    def test_agrees_with_the_normal_equations(self):
        self.compare(task_func(self.table, "price", "town", strength=5), 5)

    def test_default_strength_and_untouched_input(self):
        before = self.table.copy()
        self.compare(task_func(self.table, "price", "town"), 1)
        pd.testing.assert_frame_equal(self.table, before)

    def test_sorted_by_error_and_rounded(self):
        result = task_func(self.table, "price", "town")
        self.assertEqual(result.index.tolist(), result["mae"].sort_values(ascending=False).index.tolist())
        self.assertNotEqual(result.index.tolist(), sorted(result.index))
        self.assertNotEqual(result.index.tolist(), sorted(result.index, reverse=True))
        for column in ("mae", "bias", "naive"):
            self.assertEqual(result[column].tolist(), result[column].round(4).tolist())
            self.assertNotEqual(result[column].tolist(), result[column].round(3).tolist())

    def test_naive_prediction_and_row_counts(self):
        result = task_func(self.table.iloc[:7], "price", "town")
        self.assertEqual(result["rows"].to_dict(), {"Ulm": 3, "Bonn": 3, "Kiel": 1})
        self.assertEqual(result["rows"].dtype.kind, "i")
        self.assertEqual(result.loc["Kiel", "naive"], 91.6667)
        self.assertEqual(result.loc["Ulm", "naive"], 90.0)

    def test_words_only(self):
        result = task_func(self.table[["kind", "price", "town"]], "price", "town", strength=1e-9)
        self.assertEqual(result.index.tolist(), ["Kiel", "Ulm", "Bonn"])
        self.assertEqual(result["mae"].tolist(), [60.0, 51.1111, 47.7778])
        self.assertEqual(result["bias"].tolist(), [-20.0, 51.1111, -36.6667])

    def test_constant_feature_predicts_the_mean(self):
        flat = task_func(self.table[["age", "price", "town"]].assign(age=3), "price", "town")
        self.assertEqual(flat["mae"].tolist(), flat["naive"].tolist())

    def test_rejects_missing_sites_and_features(self):
        with self.assertRaises(ValueError):
            task_func(self.table[self.table["town"] == "Ulm"], "price", "town")
        with self.assertRaises(ValueError):
            task_func(self.table[["price", "town"]], "price", "town")
