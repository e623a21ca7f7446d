"""The commands that need no window: ``twofold check`` and ``twofold rules``."""
