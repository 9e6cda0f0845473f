"""Lets these tests find what they share with others."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
