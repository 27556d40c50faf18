"""Keras from inside: a real `Sequential`, compiled, fitted, evaluated and asked, with all that Keras ships."""
