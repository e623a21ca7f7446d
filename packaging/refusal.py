"""What a developer's tool says when it cannot go on."""


class Refusal(Exception):
    """One or two sentences: what is wrong, and what to do about it."""
