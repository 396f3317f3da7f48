from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, IntegerField, SelectMultipleField, StringField
from wtforms.validators import DataRequired, Length, NumberRange, Optional, Regexp


def task_func(fields, today):
    class BookingForm(FlaskForm):
        name = StringField("name", validators=[DataRequired(), Length(min=2, max=40)])
        phone = StringField("phone", validators=[Optional(), Regexp(r"^\+\d{7,15}$")])
        arrival = DateField("arrival", validators=[DataRequired()])
        departure = DateField("departure", validators=[DataRequired()])
        guests = IntegerField("guests", validators=[DataRequired(), NumberRange(1, 6)])
        extras = SelectMultipleField("extras", choices=[("breakfast",) * 2, ("parking",) * 2, ("cot",) * 2])
        terms = BooleanField("terms", validators=[DataRequired()])

    form = BookingForm(MultiDict(fields), meta={"csrf": False})
    if not form.validate():
        return None, sorted(form.errors)
    return form.data, []
