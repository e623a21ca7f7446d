"""The networks: what they allow, and how each of them counts."""
