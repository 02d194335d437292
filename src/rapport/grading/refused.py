"""Why grading a class could not begin, or had to end."""


class Refused(Exception):
    """The text says in plain words what is wrong and what to do."""


class Unwritten(Exception):
    """The gradebook could not be written; the text is the system's. Nothing of the last batch is in it."""
