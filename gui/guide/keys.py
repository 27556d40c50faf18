"""The keys of the guide."""

GUIDE_KEYS = "Ctrl+G"
TERM_KEYS = "Shift+F1"
