"""A question to `ogpstats metrics`: as arguments, and as the oracle takes it."""
import days
import rules
from metrics import Window


class Request:
    def __init__(self, metric):
        self.metric, self.by, self.where = metric, [], []
        self.window, self.biennium, self.compare = Window(None, None), None, None
        self.as_of, self.min_cell, self.codable, self.settings = None, None, False, []

    @property
    def rules(self):
        return rules.changed(self.settings)

    def compared(self):
        """The other window: `previous`, or the one that was given."""
        if self.compare == 'previous':
            return self.window.previous(self.biennium is not None)
        return self.compare

    def arguments(self):
        out = ['metrics', self.metric]
        if self.by:
            out += ['--by', ','.join(self.by)]
        for dimension, values in self.where:
            out += ['--where', dimension + '=' + ','.join(map(quoted, values))]
        if self.biennium is not None:
            out += ['--biennium', str(self.biennium)]
        else:
            if self.window.start is not None:
                out += ['--from', days.text(self.window.start)]
            if self.window.end is not None:
                out += ['--to', days.text(self.window.end)]
        if self.compare is not None:
            out += ['--compare', 'previous' if self.compare == 'previous' else
                    f'{days.text(self.compare.start)}..{days.text(self.compare.end)}']
        if self.as_of is not None:
            out += ['--as-of', days.text(self.as_of)]
        if self.min_cell is not None:
            out += ['--min-cell', str(self.min_cell)]
        if self.codable:
            out += ['--denominator', 'codable']
        for name, value in self.settings:
            out += ['--set', f'{name}={value}']
        return out

    @classmethod
    def parsed(cls, words):
        """The request that arguments say, DATA and `--format` left out."""
        request = cls(words[1])
        rest = iter(words[2:])
        for word in rest:
            if word == 'DATA':
                continue
            value = next(rest)
            if word == '--by':
                request.by = value.split(',')
            elif word == '--biennium':
                request.biennium = int(value)
                request.window = biennium(int(value))
            elif word == '--from':
                request.window.start = days.day(value)
            elif word == '--to':
                request.window.end = days.day(value)
            elif word == '--compare':
                request.compare = value
                if value != 'previous':
                    request.compare = Window(*map(days.day, value.split('..')))
            elif word == '--as-of':
                request.as_of = days.day(value)
            elif word == '--min-cell':
                request.min_cell = int(value)
            elif word == '--denominator':
                request.codable = value == 'codable'
            elif word == '--set':
                request.settings.append(value.split('=', 1))
            else:
                raise ValueError(word)
        return request


def biennium(year):
    return Window(days.number(year, 1, 1), days.number(year + 1, 12, 31))


def quoted(value):
    if any(character in value for character in ',"'):
        return '"' + value.replace('"', '""') + '"'
    return value
