"""Cards over the window: none of them blocks it."""
