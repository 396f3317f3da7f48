import re
import unicodedata
import unittest

import Levenshtein
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(names, suppliers, threshold=0.85):
    """Match the supplier names found on invoices to a register of suppliers.

    Names are compared in a normal form: decompose by NFKD and drop the combining marks, casefold, split into runs
    of word characters of the regular expression module (letters, digits, underscore), drop the words 'inc', 'ltd',
    'llc', 'gmbh' and 'ag', and join the remaining words by single spaces in sorted order. The score of two names is
    Levenshtein.ratio of their normal forms, which is 1 - d / (len(a) + len(b)) where the distance d counts
    insertions and deletions only. Each name gets the supplier with the greatest score, the earlier one in the
    register when scores tie. The match is 'exact' when the normal forms are equal, 'fuzzy' when they differ but the
    score is at least the threshold, else 'none'. A name whose normal form is empty matches nothing, with score 0.

    Parameters:
    - names (list[str]): Names as found on the invoices.
    - suppliers (list[str]): The register.
    - threshold (float): Least score of a fuzzy match. Default 0.85.

    Returns:
    - pandas.DataFrame: One row per name, in the given order, with the columns 'name', 'supplier' (as written in the
      register, None where the match is 'none'), 'score' (of the best supplier even if it is below the threshold,
      rounded to three decimals) and 'match'.

    Raises:
    - ValueError: If the register is empty or two suppliers have the same normal form.

    Requirements:
    - re
    - unicodedata
    - Levenshtein
    - pandas

    Example:
    >>> table = task_func(['SCHMIDT & Söhne GmbH', 'Akme'], ['Acme Ltd', 'Sohne Schmidt'])
    >>> table['match'].tolist(), table['score'].tolist()
    (['exact', 'none'], [1.0, 0.75])
    """
    legal_forms = {"inc", "ltd", "llc", "gmbh", "ag"}

    def normalize(name):
        decomposed = unicodedata.normalize("NFKD", name)
        plain = "".join(char for char in decomposed if not unicodedata.combining(char))
        return " ".join(sorted(word for word in re.findall(r"\w+", plain.casefold()) if word not in legal_forms))

    register = {normalize(supplier): supplier for supplier in suppliers}
    if not register or len(register) < len(suppliers):
        raise ValueError("the register is empty or has two suppliers with one normal form")

    def match(name):
        key = normalize(name)
        if not key:
            return name, None, 0.0, "none"
        best = max(register, key=lambda other: Levenshtein.ratio(key, other))
        score = Levenshtein.ratio(key, best)
        kind = "exact" if key == best else "fuzzy" if score >= threshold else "none"
        return name, None if kind == "none" else register[best], round(score, 3), kind

    return pd.DataFrame([match(name) for name in names], columns=["name", "supplier", "score", "match"])


class TestCases(unittest.TestCase):
    def setUp(self):
        self.register = ["Müller Bau AG", "Nordwind Logistics LLC", "Café Zentral", "Baumüller"]

    def rows(self, names, *args, **kwargs):
        table = task_func(names, *args, **kwargs)
        self.assertEqual(list(table.columns), ["name", "supplier", "score", "match"])
        return [tuple(row) for row in table.astype(object).where(table.notna(), None).values.tolist()]

    def test_exact_matches_ignore_case_marks_order_and_legal_form(self):
        names = ["BAU mueller", "bau - MULLER, Ltd", "Cafe\u0301 ZENTRAL gmbh", "logistics/nordwind inc", "baumuller"]
        self.assertEqual(
            self.rows(names, self.register),
            [
                ("BAU mueller", "Müller Bau AG", 0.952, "fuzzy"),
                ("bau - MULLER, Ltd", "Müller Bau AG", 1.0, "exact"),
                ("Cafe\u0301 ZENTRAL gmbh", "Café Zentral", 1.0, "exact"),
                ("logistics/nordwind inc", "Nordwind Logistics LLC", 1.0, "exact"),
                ("baumuller", "Baumüller", 1.0, "exact"),
            ],
        )

    def test_each_legal_form_is_dropped_as_a_word_only(self):
        names = ["Acme Inc", "ACME LTD.", "acme, llc", "Acme GmbH", "AG Acme"]
        self.assertEqual([row[3] for row in self.rows(names, ["acme"])], ["exact"] * 5)
        self.assertEqual(self.rows(["Acmeag"], ["acme"]), [("Acmeag", None, 0.8, "none")])

    def test_threshold_is_inclusive(self):
        rows = self.rows(["abcdefghij", "abcdefghik"], ["abcdefghij"], threshold=0.9)
        self.assertEqual([row[2:] for row in rows], [(1.0, "exact"), (0.9, "fuzzy")])
        self.assertEqual(self.rows(["abcdefghik"], ["abcdefghij"], threshold=0.901)[0][1:], (None, 0.9, "none"))
        self.assertEqual(self.rows(["abcde"], ["abcdf"], threshold=0.5)[0][3], "fuzzy")

    def test_default_threshold(self):
        rows = self.rows(["abcdefg", "abcdef"], ["abcdefh", "mnopqr"])
        self.assertEqual(rows[0][1:], ("abcdefh", 0.857, "fuzzy"))
        rows = self.rows(["abcdef"], ["abcdeg"])
        self.assertEqual(rows[0][1:], (None, 0.833, "none"))

    def test_earlier_supplier_wins_ties(self):
        self.assertEqual(self.rows(["metalworkx"], ["metalworkb", "metalworka"])[0][1], "metalworkb")
        self.assertEqual(self.rows(["metalworkx"], ["metalworka", "metalworkb"])[0][1], "metalworka")

    def test_names_without_words(self):
        names = ["", " - ", "GmbH"]
        self.assertEqual(self.rows(names, ["AG & Co"]), [(name, None, 0.0, "none") for name in names])
        self.assertEqual(self.rows([""], ["Ltd"], threshold=0), [("", None, 0.0, "none")])
        self.assertEqual(self.rows([], ["x"]), [])

    def test_casefold_and_compatibility_forms(self):
        self.assertEqual(self.rows(["GROSS ﬁlter ２"], ["2 Filter groß"])[0][1:], ("2 Filter groß", 1.0, "exact"))

    def test_rejects_unusable_registers(self):
        with self.assertRaises(ValueError):
            task_func(["a"], [])
        with self.assertRaises(ValueError):
            task_func([], ["Acme Ltd", "Other", "ACMÉ"])

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.permutations(["north", "42", "glass", "works", "und", "sohn"]), st.sampled_from(["", "LLC", "Ag"]))
    def test_shuffled_words_still_match_exactly(self, words, suffix):
        name = " ".join([*words, suffix])
        register = ["Glass Works 42", "North Und Sohn: Works 42 (Glass) Inc"]
        self.assertEqual(self.rows([name], register), [(name, register[1], 1.0, "exact")])
