"""`python -m tilsvar.cli`, where the `tilsvar` command is not on the path."""

import sys

from .application import main

sys.exit(main())
