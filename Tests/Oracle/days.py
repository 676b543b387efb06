"""Days as whole numbers (Python's ordinals), months added as status.md says."""
import calendar
import datetime


def day(text):
    """The number of an ISO date."""
    return datetime.date.fromisoformat(text).toordinal()


def text(number):
    """The ISO date of a number."""
    return datetime.date.fromordinal(number).isoformat()


def parts(number):
    date = datetime.date.fromordinal(number)
    return date.year, date.month, date.day


def number(year, month, dom):
    return datetime.date(year, month, dom).toordinal()


def plus_months(start, months):
    """The same day `months` later, or that month's last day where there is none."""
    year, month, dom = parts(start)
    index = year * 12 + month - 1 + months
    year, month = index // 12, index % 12 + 1
    return number(year, month, min(dom, calendar.monthrange(year, month)[1]))


def quarter(number_):
    """The quarter's index: four a year."""
    year, month, _ = parts(number_)
    return year * 4 + (month - 1) // 3


def quarter_start(index):
    return number(index // 4, index % 4 * 3 + 1, 1)


def month_of_date(value, last):
    """A month column's cell: a date, YYYY-MM or MM/YYYY; the month's first or last day."""
    if len(value) == 7:
        year, month = (value[3:], value[:2]) if value[2] == '/' else (value[:4], value[5:])
        year, month = int(year), int(month)
        return number(year, month, calendar.monthrange(year, month)[1] if last else 1)
    return day(value)
