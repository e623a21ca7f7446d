"""Text arithmetic: positions, words, links, and what happens to both when the text changes."""
