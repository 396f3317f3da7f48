import unittest
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, DateField, Form, IntegerField, SelectMultipleField, StringField
from wtforms.validators import DataRequired, Length, NumberRange, Optional, Regexp, ValidationError


def task_func(fields, today):
    """Check the submitted fields of a hotel booking with a WTForms form.

    The fields: name (required; 2 to 40 characters after the white space around it is removed), phone (may be empty
    or missing; otherwise '+' followed by 7 to 15 ASCII digits and nothing else), arrival and departure (required, dates
    as YYYY-MM-DD; arrival not before today, departure after arrival and at most 28 days later), guests (integer from 1
    to 6, required), extras (any number of 'breakfast', 'parking' and 'cot', repeated in the submission) and terms (a
    check box that must be ticked). The rule that compares departure with arrival applies only if both are dates.
    A 'cot' is allowed only for 2 or more guests; otherwise the extras are in error. If guests is missing or no integer,
    this rule does not apply.

    Parameters:
    - fields (list of tuple): (field name, text) pairs as submitted, in order.
    - today (datetime.date): the current date.

    Returns:
    - tuple: (data, wrong). If all is well, data is a dict from each of the seven field names, in the order above, to
      its value (name stripped, phone '' if empty or missing, dates as datetime.date, guests as int, extras as a list in
      the order of submission, terms True), and wrong is an empty list. Otherwise data is None and wrong is the sorted
      list of the names of the fields in error.

    Requirements:
    - datetime
    - werkzeug.datastructures
    - wtforms
    - wtforms.validators

    Example:
    >>> task_func([("name", " Ann "), ("guests", "2"), ("terms", "y")], date(2030, 1, 1))
    (None, ['arrival', 'departure'])
    """

    class Booking(Form):
        name = StringField(validators=[DataRequired(), Length(2, 40)], filters=[lambda text: (text or "").strip()])
        phone = StringField(validators=[Optional(), Regexp(r"\+[0-9]{7,15}\Z")], filters=[lambda text: text or ""])
        arrival = DateField(validators=[DataRequired()])
        departure = DateField(validators=[DataRequired()])
        guests = IntegerField(validators=[DataRequired(), NumberRange(1, 6)])
        extras = SelectMultipleField(choices=["breakfast", "parking", "cot"])
        terms = BooleanField(validators=[DataRequired()])

        def validate_arrival(self, field):
            if field.data < today:
                raise ValidationError

        def validate_departure(self, field):
            if self.arrival.data and not timedelta(0) < field.data - self.arrival.data <= timedelta(days=28):
                raise ValidationError

        def validate_extras(self, field):
            if "cot" in field.data and self.guests.data is not None and self.guests.data < 2:
                raise ValidationError

    form = Booking(MultiDict(fields))
    return (form.data, []) if form.validate() else (None, sorted(form.errors))


class TestCases(unittest.TestCase):
    TODAY = date(2030, 3, 1)
    GOOD = {"name": "Ann Lee", "arrival": "2030-03-01", "departure": "2030-03-04", "guests": "2", "terms": "y"}

    def check(self, *more, **changes):
        fields = [(k, v) for k, v in {**self.GOOD, **changes}.items() if v is not None]
        return task_func([*fields, *more], self.TODAY)

    def wrong(self, *more, **changes):
        data, wrong = self.check(*more, **changes)
        self.assertEqual(data is None, wrong != [])
        return wrong

    def test_complete_booking(self):
        data, wrong = self.check(("extras", "cot"), ("extras", "breakfast"), name="  Ann Lee\t", phone="+4912345678")
        expected = {
            "name": "Ann Lee",
            "phone": "+4912345678",
            "arrival": date(2030, 3, 1),
            "departure": date(2030, 3, 4),
            "guests": 2,
            "extras": ["cot", "breakfast"],
            "terms": True,
        }
        self.assertEqual((list(data.items()), wrong), (list(expected.items()), []))

    def test_optional_fields(self):
        for changes in ({}, {"phone": ""}):
            data, _ = self.check(**changes)
            self.assertEqual((data["phone"], data["extras"]), ("", []))

    def test_name_and_phone(self):
        for name, ok in ((" A ", False), ("Al", True), ("x" * 40, True), (" " + "x" * 41, False), (None, False)):
            self.assertEqual(self.wrong(name=name), [] if ok else ["name"], name)
        good = ["+1234567", "+123456789012345"]
        bad = ["1234567", "+123456", "+1234567890123456", "+1234567\n", "+1 234 567", "+١٢٣٤٥٦٧"]
        for phone in good + bad:
            self.assertEqual(self.wrong(phone=phone), [] if phone in good else ["phone"], phone)

    def test_dates(self):
        cases = [
            ({"arrival": "2030-02-28", "departure": "2030-03-02"}, ["arrival"]),
            ({"departure": "2030-03-01"}, ["departure"]),
            ({"departure": "2030-02-20"}, ["departure"]),
            ({"departure": "2030-03-02"}, []),
            ({"departure": "2030-03-29"}, []),
            ({"departure": "2030-03-30"}, ["departure"]),
            ({"arrival": "01.03.2030"}, ["arrival"]),
            ({"arrival": "2030-02-30", "departure": "soon"}, ["arrival", "departure"]),
            ({"arrival": None}, ["arrival"]),
            ({"departure": None}, ["departure"]),
        ]
        for changes, expected in cases:
            self.assertEqual(self.wrong(**changes), expected, changes)

    def test_guests(self):
        for guests in ("1", "6", "0", "7", "-1", "two", ""):
            self.assertEqual(self.wrong(guests=guests), [] if guests in ("1", "6") else ["guests"], guests)
        self.assertEqual(self.wrong(guests=None), ["guests"])

    def test_extras(self):
        self.assertEqual(self.wrong(("extras", "parking"), ("extras", "sauna")), ["extras"])
        cot = ("extras", "cot")
        self.assertEqual(self.wrong(("extras", "breakfast"), cot, guests="1"), ["extras"])
        self.assertEqual(self.wrong(("extras", "breakfast"), ("extras", "parking"), guests="1"), [])
        self.assertEqual(self.wrong(cot, guests="0"), ["extras", "guests"])
        self.assertEqual(self.wrong(cot, guests="many"), ["guests"])

    def test_terms_and_nothing_at_all(self):
        self.assertEqual(self.wrong(terms=None), ["terms"])
        self.assertEqual(self.wrong(terms="false"), ["terms"])
        self.assertEqual(task_func([], self.TODAY), (None, ["arrival", "departure", "guests", "name", "terms"]))

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.dates(date(2030, 2, 1), date(2030, 4, 1)), st.integers(-40, 40))
    def test_dates_against_plain_arithmetic(self, arrival, nights):
        departure = arrival + timedelta(days=nights)
        expected = ["arrival"] * (arrival < self.TODAY) + ["departure"] * (nights not in range(1, 29))
        self.assertEqual(self.wrong(arrival=arrival.isoformat(), departure=departure.isoformat()), expected)
