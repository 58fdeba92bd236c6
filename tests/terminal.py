"""The command line as somebody at a terminal meets it."""

from explorer.cli import main


def run(capsys, *words):
    """(exit code, standard output, standard error)."""
    code = main([str(word) for word in words])
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    return code, out, err
