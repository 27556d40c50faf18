"""Tensors to look at: a workspace of named ones, and variables with every state they went through."""
