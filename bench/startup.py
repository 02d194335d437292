"""What the course costs a learner's kernel: seconds and memory above a bare one."""

from __future__ import annotations

import json
import os
import statistics
import tempfile

from jupyter_client.manager import start_new_kernel

ROUNDS = 5
STEPS = {
    "import rapport": "import rapport",
    "%load_ext rapport": "get_ipython().run_line_magic('load_ext', 'rapport')",
    "first scene": "scene = rapport.play('{scene}')",
    "first reading": "reading = rapport.assess('Thank you, Hannah. The link comes on Friday.', 'after-the-event')",
    "second reading": "reading = rapport.assess('Thank you, Hannah. The page comes on Monday.', 'after-the-event')",
}
PROBE = """
import json as _json, time as _time, psutil as _psutil
_process = _psutil.Process()
_before, _start = _process.memory_info().rss, _time.perf_counter()
{code}
_cost = (_time.perf_counter() - _start, (_process.memory_info().rss - _before) / 2**20)
print(_json.dumps(_cost))
"""


def run(client, code: str) -> list[float]:
    """Seconds and MiB that one step costs in the kernel. Raises RuntimeError with the kernel's error."""
    printed: list[str] = []

    def listen(message):
        if message["msg_type"] == "stream":
            printed.append(message["content"]["text"])

    reply = client.execute_interactive(PROBE.format(code=code), output_hook=listen, timeout=60)
    if reply["content"]["status"] != "ok":
        raise RuntimeError(reply["content"])
    return json.loads("".join(printed).strip().splitlines()[-1])


def measure(scene: str) -> dict[str, list[float]]:
    """One fresh kernel taken through every step, with what each step costs."""
    manager, client = start_new_kernel()
    try:
        run(client, "import psutil")
        return {name: run(client, code.format(scene=scene)) for name, code in STEPS.items()}
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def main() -> None:
    from rapport import catalog

    os.environ["RAPPORT_HOME"] = tempfile.mkdtemp()
    scene = next(iter(catalog.scene_paths()))
    rounds = [measure(scene) for _ in range(ROUNDS)]
    print(f"Start-up in a kernel, median of {ROUNDS} (bar: import under 0.3 s and 25 MiB)")
    print(f"{'step':<20}{'seconds':>9}{'MiB':>7}")
    for name in STEPS:
        seconds = statistics.median(costs[name][0] for costs in rounds)
        memory = statistics.median(costs[name][1] for costs in rounds)
        print(f"{name:<20}{seconds:>9.3f}{memory:>7.1f}")


if __name__ == "__main__":
    main()
