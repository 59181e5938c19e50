"""The command line. It speaks English; what it prints for readers is in their own language."""

from .application import main

__all__ = ["main"]
