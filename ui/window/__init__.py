"""The window: the rail, the two panes, the inspector and the menus; the only rooms that hold a ``Studio``."""
