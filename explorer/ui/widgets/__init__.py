"""Small pieces that panels and dialogs are made of; they know colours and words, not libraries."""
