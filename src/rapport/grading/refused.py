"""Why grading a class could not begin, had to end, or left a folder out. Loads nothing."""

LEFT_OUT = (
    "The submission in {} was left out: a learner's name begins with a letter or a digit and holds letters, digits, spaces "
    "and . _ - @ + ' only. Rename the folder, then grade again."
)


class Refused(Exception):
    """The text says in plain words what is wrong and what to do."""


class Unwritten(Exception):
    """Reading or writing had to end; the text says why. What was written before stays, nothing is half done."""
