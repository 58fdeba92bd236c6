"""The window: shows what the questions answer, starts what the operations do. No SQL, no file, no network here."""
