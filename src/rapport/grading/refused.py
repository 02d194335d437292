"""Why grading a class could not begin."""


class Refused(Exception):
    """The text says in plain words what is wrong and what to do."""
