"""Everything that the window can do, found by its name and listed with its keys: collected from what is there."""
