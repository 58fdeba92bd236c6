"""Paper and paper are among each other's nearest in meaning; written by pipeline.similar."""

from explorer.edges import EdgeKind

EDGE_KIND = EdgeKind("is similar to", "edge.similar", directed=False, derived=True, derive=None)
