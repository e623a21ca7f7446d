"""Data only: rules, word lists, platforms, themes, icons, samples; read with importlib.resources."""
