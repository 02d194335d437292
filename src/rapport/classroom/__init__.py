"""A classroom: JupyterHub on one machine, with real users, and nbgrader's exchange between them.

``settings`` and ``people`` read what a class is (deploy/hub/class.yaml and class.csv);
``accounts`` lists the steps that make it (users, folders, the grader's course) and ``removal`` those that
take it away again; ``hub`` gives JupyterHub its configuration, with ``spawner``
(limits for each learner), ``services`` and ``server`` (what a learner's server does first).
``prestart`` starts a class four at a time; ``rehearsal`` is a whole class for a
test, on this machine alone, and ``load`` plays it.

Nothing here is imported by a learner's kernel. Only ``hub``, ``spawner`` and ``server`` know JupyterHub.
"""
