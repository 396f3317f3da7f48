from datetime import timedelta

from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, DateField, Form, IntegerField, SelectMultipleField, StringField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, Regexp, ValidationError


def task_func(fields, today):
    class BookingForm(Form):
        name = StringField("Name", [InputRequired(), Length(min=2, max=40)], filters=[lambda x: x.strip() if x else ""])
        phone = StringField("Phone", [Optional(), Regexp(r"\+\d{7,15}")], default="")
        arrival = DateField("Arrival", [InputRequired()], format="%Y-%m-%d")
        departure = DateField("Departure", [InputRequired()], format="%Y-%m-%d")
        guests = IntegerField("Guests", [InputRequired(), NumberRange(min=1, max=6)])
        extras = SelectMultipleField("Extras", choices=[(c, c) for c in ("breakfast", "parking", "cot")])
        terms = BooleanField("Terms", [InputRequired()])

        def validate_arrival(form, field):
            if field.data and field.data < today:
                raise ValidationError("arrival is in the past")

        def validate_departure(form, field):
            if form.arrival.data and field.data:
                if field.data <= form.arrival.data:
                    raise ValidationError("departure must be after arrival")
                if field.data - form.arrival.data > timedelta(days=28):
                    raise ValidationError("stay too long")

    form = BookingForm(MultiDict(fields))
    if form.validate():
        return form.data, []
    return None, sorted(form.errors.keys())
