"""Objects of Qt that connect the core to an event loop; no widgets."""
