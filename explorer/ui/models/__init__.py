"""Tables and lists as Qt models over the frozen answers of the questions."""
