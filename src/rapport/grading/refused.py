"""Why grading a class could not begin, or had to end."""


class Refused(Exception):
    """The text says in plain words what is wrong and what to do."""


class Unwritten(Exception):
    """Reading or writing had to end; the text says why. What was written before stays, nothing is half done."""
