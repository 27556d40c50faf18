"""For a teacher in front of a class: large type, a ring around the pointer, and only what the lesson needs."""
