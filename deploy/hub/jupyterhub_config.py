"""JupyterHub for a class. What a class is stands in class.yaml, each setting's reason in rapport.classroom.hub.

`rapport class start` reads this file. Lines of your own belong at the end; they win.
"""

import os
from pathlib import Path

from rapport.classroom import hub, settings

c = get_config()  # noqa: F821 (JupyterHub provides it)

hub.configure(c, settings.load(Path(os.environ.get("RAPPORT_CLASS") or Path(__file__).with_name("class.yaml"))))
