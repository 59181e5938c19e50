"""Measures the system against bare baselines in the same run; see `bench/main.py`.

The root takes the place of this folder on the path, so that the scripts can import each other.
"""

import runpy
import sys
import warnings
from pathlib import Path

# The embedded Postgres puts its lock file into /tmp where a machine names no better place: fine.
warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")
sys.path[0] = str(Path(__file__).resolve().parent.parent)
runpy.run_module("bench.main", run_name="__main__")
