"""The keys of the guide."""

GUIDE_KEYS = "Ctrl+G"
