"""Column letters and their numbers: A is 1, XFD is 16,384."""

from functools import lru_cache

MAX_COLUMN = 16_384
MAX_ROW = 1_048_576

_LETTERS = 26
_BEFORE_A = ord("A") - 1


@lru_cache(maxsize=MAX_COLUMN)
def column_letters(number: int) -> str:
    """The letters of a column, counted from 1."""
    letters = ""
    while number > 0:
        number, letter = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of a column, counted from 1; `letters` are capitals only."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - _BEFORE_A
    return number
