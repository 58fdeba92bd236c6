"""Pure functions, arrays or bytes in and out; never the store, never Qt."""
