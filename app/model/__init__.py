"""The words Twofold thinks in: frozen values without behaviour that needs a disk, a clock or a window."""
