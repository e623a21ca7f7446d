"""What a developer's tool says when it cannot go on."""


class Refusal(Exception):  # noqa: N818 - its text is the whole sentence for the user, not an error to handle
    """One or two sentences: what is wrong, and what to do about it."""
