import calendar
import unittest
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd
from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(principal, annual_percent, months, first_due):
    """Build the repayment schedule of a loan with equal monthly payments, in exact cents.

    The monthly rate is annual_percent / 1200. The regular payment is principal * rate / (1 - (1 + rate) ** -months),
    or principal / months when the rate is zero. The interest of a month is the balance before its payment times the
    monthly rate. Payment and interest are rounded to cents, half away from zero; all sums are decimal, never binary
    floats. The last payment is whatever clears the balance together with that month's interest. Payment number k
    (from 0) is due k months after first_due on the same day of the month, or on the month's last day where it is
    shorter; a due date on a Saturday or Sunday moves to the Monday after it, which changes no amount and no later
    due date.

    Parameters:
    - principal (str): Amount of the loan, such as '12000.00'.
    - annual_percent (str): Nominal interest per year in percent, such as '4.5'.
    - months (int): Number of payments.
    - first_due (datetime.date): Due date of the first payment.

    Returns:
    - pandas.DataFrame: One row per payment, indexed 1 to months, with the columns 'due' (datetime.date), 'payment',
      'interest', 'repaid' (payment less interest) and 'balance' (after the payment), all decimal.Decimal with two
      decimals.

    Raises:
    - ValueError: If the principal is not positive, the interest is negative or months is less than 1.

    Requirements:
    - calendar
    - decimal
    - pandas
    - dateutil.relativedelta

    Example:
    >>> table = task_func('1000', '12', 2, date(2024, 8, 31))
    >>> table.loc[2].tolist() == [date(2024, 9, 30), Decimal('507.51'), Decimal('5.02'), Decimal('502.49'), 0]
    True
    >>> table.loc[1, 'due']
    datetime.date(2024, 9, 2)
    """
    balance, percent = Decimal(principal), Decimal(annual_percent)
    if balance <= 0 or percent < 0 or months < 1:
        raise ValueError(f"no such loan: {principal} at {annual_percent} % over {months} months")

    def to_cents(amount):
        return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)

    rate = percent / 1200
    balance = to_cents(balance)
    regular = to_cents(balance * rate / (1 - (1 + rate) ** -months) if rate else balance / months)
    rows = []
    for number in range(months):
        due = first_due + relativedelta(months=number)
        if due.weekday() >= calendar.SATURDAY:
            due += relativedelta(days=7 - due.weekday())
        interest = to_cents(balance * rate)
        payment = regular if number < months - 1 else balance + interest
        balance += interest - payment
        rows.append((due, payment, interest, payment - interest, balance))
    columns = ["due", "payment", "interest", "repaid", "balance"]
    return pd.DataFrame(rows, columns=columns, index=range(1, months + 1))


class TestCases(unittest.TestCase):
    def amounts(self, table, column):
        return [str(amount) for amount in table[column]]

    def test_schedule_with_interest(self):
        table = task_func("1000", "12", 3, date(2024, 1, 15))
        self.assertEqual(list(table.columns), ["due", "payment", "interest", "repaid", "balance"])
        self.assertEqual(table.index.tolist(), [1, 2, 3])
        self.assertEqual(self.amounts(table, "payment"), ["340.02", "340.02", "340.03"])
        self.assertEqual(self.amounts(table, "interest"), ["10.00", "6.70", "3.37"])
        self.assertEqual(self.amounts(table, "repaid"), ["330.02", "333.32", "336.66"])
        self.assertEqual(self.amounts(table, "balance"), ["669.98", "336.66", "0.00"])

    def test_zero_interest_puts_the_remainder_last(self):
        table = task_func("100.00", "0", 6, date(2024, 1, 1))
        self.assertEqual(self.amounts(table, "payment"), ["16.67"] * 5 + ["16.65"])
        self.assertEqual(self.amounts(table, "interest"), ["0.00"] * 6)

    def test_half_a_cent_is_rounded_up(self):
        table = task_func("100.50", "6", 1, date(2024, 1, 1))
        self.assertEqual(table.loc[1, "interest"], Decimal("0.50"))
        table = task_func("100.10", "30", 1, date(2024, 1, 1))
        self.assertEqual(table.loc[1, "interest"], Decimal("2.50"))
        table = task_func("97.00", "6", 1, date(2024, 1, 1))
        self.assertEqual(table.loc[1, "interest"], Decimal("0.49"))
        self.assertEqual(table.loc[1, "payment"], Decimal("97.49"))
        table = task_func("0.25", "0", 2, date(2024, 1, 1))
        self.assertEqual(self.amounts(table, "payment"), ["0.13", "0.12"])

    def test_due_dates_clip_to_the_month_without_drifting(self):
        table = task_func("1200", "3", 5, date(2024, 1, 31))
        self.assertEqual(
            table["due"].tolist(),
            [date(2024, 1, 31), date(2024, 2, 29), date(2024, 4, 1), date(2024, 4, 30), date(2024, 5, 31)],
        )

    def test_weekends_move_to_monday(self):
        saturday = task_func("10", "0", 2, date(2024, 6, 1))
        self.assertEqual(saturday["due"].tolist(), [date(2024, 6, 3), date(2024, 7, 1)])
        sunday = task_func("10", "0", 2, date(2024, 6, 2))
        self.assertEqual(sunday["due"].tolist(), [date(2024, 6, 3), date(2024, 7, 2)])
        friday = task_func("10", "0", 1, date(2024, 5, 31))
        self.assertEqual(friday["due"].tolist(), [date(2024, 5, 31)])

    def test_amounts_keep_two_decimals(self):
        table = task_func("5000", "7.25", 4, date(2024, 1, 1))
        for column in ("payment", "interest", "repaid", "balance"):
            self.assertTrue(all(amount.as_tuple().exponent == -2 for amount in table[column]), column)
        self.assertEqual(self.amounts(table, "balance")[-1], "0.00")

    def test_rejects_impossible_loans(self):
        for principal, percent, months in (("0", "5", 12), ("-5", "5", 12), ("100", "-0.1", 12), ("100", "5", 0)):
            with self.subTest(principal=principal, percent=percent, months=months), self.assertRaises(ValueError):
                task_func(principal, percent, months, date(2024, 1, 1))

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.integers(5000, 900000), st.integers(0, 2000), st.integers(1, 24))
    def test_books_balance(self, cents, basis_points, months):
        principal = Decimal(cents) / 100
        table = task_func(str(principal), str(Decimal(basis_points) / 100), months, date(2024, 1, 8))
        self.assertEqual(sum(table["repaid"]), principal)
        self.assertEqual(list(table["payment"]), list(table["interest"] + table["repaid"]))
        self.assertEqual(table["payment"].iloc[:-1].nunique(), min(1, months - 1))
        self.assertLess(abs(table["payment"].iloc[-1] - table["payment"].iloc[0]), 1)
        self.assertTrue(all(calendar.MONDAY <= due.weekday() <= calendar.FRIDAY for due in table["due"]))
