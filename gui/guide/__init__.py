"""The guide beside the tabs: lessons that set them up, questions that the running program answers, a glossary."""
