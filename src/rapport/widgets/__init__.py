"""The course's interactive parts, one anywidget each, with its script and style beside it.

Everything is decided in Python; a widget's script only draws the ``view`` it is given
and says what the learner did. The parts called plain do the same with ipywidgets
alone, and ``shown`` picks what this Jupyter can show.
"""
