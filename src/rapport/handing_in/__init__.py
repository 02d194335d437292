"""Handing in without a server: one file that a learner makes and gives to whoever grades.

``paper`` says what stands in that file, ``boxes`` which answers in it are still
empty, ``submitting`` makes it from a notebook on the disk. In Jupyter a button
makes the very same file (``lab/extension/static/handing*.js``). What becomes of
it on the other side: ``grading/collecting``.

All of this is standard library alone, so that it also runs in a browser.
"""
