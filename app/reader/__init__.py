"""The second reader: a small encoder on this machine that hears what no word gives away."""

import os

# onnxruntime's own builds report home, and keep a number for this machine and a queue of reports in the user's cache,
# as soon as they are imported (since 1.29, https://github.com/microsoft/onnxruntime/pull/27379). Nothing of that
# begins where this is said before, which no later call could undo.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
