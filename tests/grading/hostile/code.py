"""Code that would do harm if anything ran it: in a cell of the learner's own, and in the answer's."""

from .cases import LINE, Case, Deserves, batched, own, with_cell, with_message

PAYLOADS = {
    "writes-a-file": "open('@FILE@', 'w').write('reached')",
    "writes-the-gradebook": (
        "import sqlite3\nbook = sqlite3.connect('@COURSE@/gradebook.db')\n"
        "book.execute('update grade set manual_score = 10')\nbook.commit()"
    ),
    "uses-nbgrader": (
        "from nbgrader.api import Gradebook\nwith Gradebook('sqlite:///@COURSE@/gradebook.db', 'rapport') as book:\n"
        "    [book.remove_student(one.id) for one in book.students]"
    ),
    "ends-the-grader": "import os\nos._exit(1)",
    "kills-its-parent": "import os, signal\nos.kill(os.getppid(), signal.SIGKILL)",
    "never-ends": "while True:\n    pass",
    "starts-processes": "import subprocess\nfor _ in range(20):\n    subprocess.Popen(['sleep', '@PROCESS@'])",
    "fills-the-memory": "hoard = ['x' * 10**9 for _ in range(10**6)]",
    "calls-home": "import socket\nsocket.create_connection(('127.0.0.1', @PORT@)).send(b'hello')",
    "tells-the-environment": "import os\nopen('@FILE@', 'w').write(os.environ['RAPPORT_CANARY'])\nprint(os.environ)",
    "reads-the-solutions": "print(open('@COURSE@/solutions/follow-up/follow-up.ipynb').read())",
    "changes-solutions": "open('@COURSE@/solutions/follow-up/follow-up.ipynb', 'w').close()",
    "deletes-the-class": "import shutil\nshutil.rmtree('@COURSE@/submitted')",
    "rewrites-syntax": (
        "import ast\nclass Kind(ast.NodeTransformer):\n    def visit_Assert(self, node):\n        return ast.Pass()\n"
        "get_ipython().ast_transformers.append(Kind())"
    ),
    "replaces-the-reader": (
        "import rapport.assessing\nrapport.assessing.assess = lambda *_: open('@FILE@', 'w')\n"
        "import builtins\nbuiltins.open = None"
    ),
    "unpickles": "import pickle\npickle.loads(b\"cos\\nsystem\\n(S'touch @FILE@'\\ntR.\")",
    "shell-line": "!touch @FILE@",
    "shell-cell": "%%bash\ntouch @FILE@",
    "javascript-cell": "%%javascript\nalert('learner')",
    "loads-an-extension": "%load_ext evil\n%run @COURSE@/submitted/evil.py",
    "installs-a-package": "%pip install evil-package",
    "evaluates-a-string": "exec(\"open('@FILE@', 'w')\")\neval(\"__import__('os').system('touch @FILE@')\")",
    "hooks-the-end": "import atexit, os\natexit.register(os.system, 'touch @FILE@')",
}
# Three to a learner, since a run that nothing ran is quick to see, and a learner more takes its time.
NOTES = {
    f"notes-{number}": Case(with_cell(*(own("code", payload) for payload in three)), Deserves())
    for number, three in enumerate(batched([*PAYLOADS.values()], 3), start=1)
}
# Where code stands in the answer's place it is a text like any other, and its targets do not change its score.
ANSWERS = {
    f"answer-{name}": Case(with_message(source), Deserves(source))
    for name, source in {
        "is-python": PAYLOADS["writes-a-file"],
        "ends-the-grader": f"{LINE}\n{PAYLOADS['ends-the-grader']}",
        "is-a-shell-cell": PAYLOADS["shell-cell"],
        "names-another-brief": "%%draft no-such-brief\nimport os; os.abort()",
        "names-a-path": "%%draft ../../../etc/passwd\nHello Hannah",
        "is-yaml": f"{LINE}\n!!python/object/apply:os.system ['touch @FILE@']",
    }.items()
}
CASES = NOTES | ANSWERS
