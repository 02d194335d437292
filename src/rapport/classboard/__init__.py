"""The class board: a service of a JupyterHub that shows an instructor, live, where a class is.

``python -m rapport.classboard`` runs it. Only this folder knows tornado and jupyterhub; a learner's kernel imports none
of it, and reports through ``rapport.sharing``. (``rapport.board()`` is the learners' own part in a notebook.)
"""
