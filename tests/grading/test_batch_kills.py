"""``kill -9`` at any moment of ``rapport grade`` loses nothing, and a second run comes to what an undisturbed one does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
KILLS = 50


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks, so that fifty runs take half a minute")
def test_fifty_kills_leave_gradebook_and_folders_whole_and_in_agreement(tmp_path):
    environment = os.environ | {"PYTHONPATH": str(HERE.parents[1] / "src")}
    done = subprocess.run(
        [sys.executable, HERE / "kills.py", tmp_path, str(KILLS)], env=environment, capture_output=True, text=True, timeout=900
    )
    *faults, last = done.stdout.splitlines() or [""]
    assert (done.returncode, faults) == (0, []), done.stderr[-3000:]
    cut_off = int(last.removeprefix("cut off ").split()[0])
    assert cut_off > KILLS // 2, "most kills came too late to prove anything"
