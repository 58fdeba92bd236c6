"""The verbs. One function is one thing a person does: one transaction, one undo
step, one Changes. Qt-free, so the window and the command line share them.
"""
