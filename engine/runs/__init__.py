"""Runs followed from their folders, also while they are written: what their event files say, without TensorFlow."""
