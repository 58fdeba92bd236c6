"""The parts that stand in the window all the time."""
