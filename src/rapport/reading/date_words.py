"""The words of the calendar, in small letters, and the numbers that dates are counted with."""

from __future__ import annotations

from .figures import VALUES

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = VALUES | {"a": 1, "an": 1, "couple of": 2, "a couple of": 2, "few": 3, "a few": 3}
UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
          "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
          "twentieth")
ORDINALS = {word: number for number, word in enumerate(UNITS, 1)} | {
    f"twenty{mark}{word}": 20 + number for number, word in enumerate(UNITS[:9], 1) for mark in " -"
} | {"thirtieth": 30, "thirty first": 31, "thirty-first": 31}
