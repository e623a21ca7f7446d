"""Everything Qt: the window, its parts, and what connects them to the core."""
