"""The user's own tables: text from a file or the clipboard becomes columns, and chosen columns a data set."""
