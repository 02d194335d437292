"""Grades answers with nbgrader, without running anything a learner wrote.

nbgrader's own commands do the work; ``nbgrader_config.py`` puts these steps into
them, in this order:

1. ``exporter``: enters the assignment into the gradebook, once a batch;
2. ``rebuild``: makes the graded copy from the course's own notebook and takes
   only the answers, as text, from what was handed in (``answers``), and the
   learner's own notes, made harmless (``sanitise``);
3. ``read``: reads each answer (a play: ``played``) and puts the reading below it; what
   somebody thinks, looking back, it leaves to a person (``reflected``);
4. ``save``: marks and comment into the gradebook, or "needs review";
5. ``feedback``: the page that goes back to the learner.

``steps`` are 2 and 3 as nbgrader knows them. ``release`` makes the learners' version of an assignment. ``suggested``
picks a comment for whoever grades from a bank (``comments``); ``exports`` brings grades out.

``rapport grade`` (``batch`` and what begins with that word) does the same for a
whole class at once: workers rebuild and read by the same functions (``graded``),
one process writes.

The gradebook is a file of SQLite or on a PostgreSQL server (``database``); ``lock`` keeps two from writing the
same assignment at once.

What looks at a class afterwards reads the gradebook (``book``) and the graded
copies (``classwork``): ``report``, ``regrade``, ``objections``, ``queue``. Of these
only ``regrade`` can write, and never a person's marks.
"""
