"""A class of attackers: one file a family of attacks, one learner's folder an attack.

Each says what must come of it: the reading of its honest text, a person who is
told why, or a folder that is left out because no learner has such a name.
"""

from . import code, files, html, names, numbers, structure, text

FAMILIES = {"code": code, "files": files, "html": html, "names": names, "numbers": numbers, "structure": structure,
            "text": text}
CASES = {f"{family}-{name}": case for family, module in FAMILIES.items() for name, case in module.CASES.items()}
"""Every attack by the name of the learner who hands it in."""
