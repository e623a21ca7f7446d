"""The core of Twofold: plain Python that takes values and returns values, without Qt, clock or network."""

__version__ = "0.1.0"
