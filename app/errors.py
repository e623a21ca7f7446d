"""The few errors that callers are meant to handle; they carry data, and the interface writes the sentences."""


class TwofoldError(Exception):
    """Something a user can do something about."""
