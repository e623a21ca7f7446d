"""What could go wrong with a text: rules as data, identifiers in code, watch terms, and how findings are ranked."""
