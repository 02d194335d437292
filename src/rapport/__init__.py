"""Rapport: learn professional networking by making its classic mistakes safely.

In a notebook the functions named here show a thing by its name, and say in one
sentence what they know where the name is wrong. ``read`` and ``assess`` are for
programs and raise. Everything is imported when it is first used, so that
``import rapport`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module

_PUBLIC = {
    "play": ".notebook.cells",
    "pair": ".notebook.cells",
    "pad": ".notebook.cells",
    "spot": ".notebook.cells",
    "who_is_right": ".notebook.cells",
    "jot": ".notebook.cells",
    "if_then": ".notebook.cells",
    "review": ".notebook.cells",
    "review_unit": ".notebook.cells",
    "my_plans": ".notebook.cells",
    "progress": ".notebook.cells",
    "network": ".notebook.cells",
    "my_brief": ".notebook.cells",
    "my_pads": ".notebook.cells",
    "export_plan": ".notebook.cells",
    "board": ".notebook.cells",
    "show_brief": ".notebook.cells",
    "evidence_box": ".notebook.cells",
    "course_map": ".notebook.cells",
    "explain": ".notebook.cells",
    "read": ".notebook.programs",
    "assess": ".notebook.programs",
    "load_ipython_extension": ".notebook",
    "unload_ipython_extension": ".notebook",
}

__all__ = [*_PUBLIC, "__version__"]


def __getattr__(name: str):
    if name == "__version__":
        from importlib.metadata import version

        return version("rapport")
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name], __name__), name)
    from difflib import get_close_matches  # hardly anybody needs it

    nearest = get_close_matches(name, _PUBLIC, n=1)
    meant = f" Did you mean “rapport.{nearest[0]}”?" if nearest else ""
    raise AttributeError(f"Rapport has no “{name}”.{meant}")


def __dir__() -> list[str]:
    return sorted(__all__)
