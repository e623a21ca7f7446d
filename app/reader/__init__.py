"""The second reader: a small encoder on this machine that hears what no word gives away."""
