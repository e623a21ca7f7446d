"""Questions and lists in windows of their own: each returns a value and changes nothing itself."""
