"""How Twofold looks: themes, sizes of type, icons."""
