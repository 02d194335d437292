"""Collects what learners handed in as files: ``rapport collect``.

1. ``looking`` walks through files, folders and archives (``archives``) and lays each
   file that could be a notebook into a folder of its own making (``shelf``). Names that
   come from outside never become paths: they are only read.
2. ``places`` reads from such a name whose it is, as Moodle and Canvas write it;
   ``people`` is the roster, and who is meant by a name, a number or an e-mail.
3. ``claims`` opens each file with the grader's own careful reader (``handed_in``) and
   says whose it is, or why that is unclear; ``deciding`` picks one file a learner.
4. ``placing`` writes nbgrader's folders; ``telling`` says what came of it all.
"""
