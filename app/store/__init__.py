"""Everything kept on disk: one encrypted vault per persona, their keys and backups, the roster and the settings."""
