"""Exit statuses; those above 2 are the ones of ``sysexits.h`` and of shells."""

NOTHING_OR_NOTES = 0
WARN = 1
HOLD = 2
WRONG_USAGE = 64
BAD_DATA = 65
UNREADABLE = 66
UNAVAILABLE = 69
UNWRITABLE = 74
INTERRUPTED = 130
NOBODY_READS = 141
