"""Reusable parts of the window: they take frozen values, emit signals, and know nothing of the studio."""
