"""How much is asked at once; known without loading what asks."""

from typing import Final

ARXIV_IDS: Final = 100  #: per request: an address of some 1,400 characters
ARXIV_TITLES: Final = 10  #: per request: an address of some 1,500 characters
