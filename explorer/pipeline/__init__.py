"""The path into the store, one module per step, each step forward only:

fetch (the only network) → recognise → plan (resolve, extract) → ingest → relate → embed → similar.
"""
