"""The use cases: every change to the user's data goes through here."""
