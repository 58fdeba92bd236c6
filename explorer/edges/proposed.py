"""What a rule found that nobody has checked; read from the links, shown only when asked for."""

from explorer.edges import EdgeKind

EDGE_KIND = EdgeKind("may state", "edge.proposed", directed=True, derived=False, derive=None)
