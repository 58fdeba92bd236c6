"""Makes a checkout ready to run: system libraries, a font, a virtual environment, the packages.

Usage: ``python3 .ci/setup.py [EXTRA …]``, as the Makefile does with whatever
``python3`` is there: standard library only, in syntax that an old Python reads.
"""

import ctypes
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / os.environ.get("VENV", ".venv")
PYTHON = VENV / "bin" / "python"
# what Qt loads on Linux, and the Debian package that brings it
NEEDED = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
NEEDED_ON_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FONT = "fonts-noto-cjk"


def main(extras):
    """Prepare ``VENV`` with the extras; exits with a sentence where a person has to act."""
    if sys.version_info < OLDEST:
        use_newer_python(extras)
    if sys.platform.startswith("linux"):
        complete_system()
    if not venv_works():
        make_venv()
    install(extras)


def use_newer_python(extras):
    """Start again with a newer Python of this machine, if it has one."""
    for minor in range(20, OLDEST[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer and not subprocess.call([newer, "-c", ""], stderr=subprocess.DEVNULL):
            sys.exit(subprocess.call([newer, __file__, *extras]))
    stop(
        f"Paper Explorer needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]}.",
        "Install a newer Python and run the same command again, or name one that you have:",
        "    make run PYTHON=/path/to/python3.12",
    )


def complete_system():
    """Bring in what Qt needs from the system, a font for Japanese and Chinese, and venv."""
    qt = [package for name, package in NEEDED.items() if not loads(name)]
    x11 = [package for name, package in NEEDED_ON_X11.items() if not loads(name)]
    font = [] if has_japanese_font() else [FONT]
    venv = [] if venv_works() or can_make_venv() else [f"python3.{sys.version_info[1]}-venv"]
    if qt or x11:
        say("Qt, which draws the window, needs system libraries that are missing: " + " ".join(qt + x11))
    if font:
        say("No font for Japanese and Chinese text was found; this brings one: " + FONT)
    if venv:
        say("Python cannot make a virtual environment without: " + venv[0])
    if (qt or x11 or font or venv) and not apt_install(qt + x11 + font + venv):
        if qt or venv:
            stop("Paper Explorer cannot start before that. Run the same command again afterwards.")
        say(
            "Going on. "
            + ("An X11 window will not open. " if x11 else "")
            + ("CJK shows boxes." if font else "")
        )


def loads(soname):
    """Whether the dynamic linker finds the library and all that it needs."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def has_japanese_font():
    """Whether fontconfig, which Qt asks as well, knows a font for Japanese."""
    try:
        fontconfig = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return False
    fontconfig.FcNameParse.restype = ctypes.c_void_p
    fontconfig.FcObjectSetBuild.restype = ctypes.c_void_p
    fontconfig.FcFontList.restype = ctypes.POINTER(ctypes.c_int)  # FcFontSet begins with its count
    pattern = ctypes.c_void_p(fontconfig.FcNameParse(b":lang=ja"))
    columns = ctypes.c_void_p(fontconfig.FcObjectSetBuild(b"family", None))
    fonts = fontconfig.FcFontList(None, pattern, columns)
    return bool(fonts) and fonts[0] > 0


def can_make_venv():
    """Whether this Python has venv with pip inside; Debian ships both apart."""
    try:
        import ensurepip
        import venv
    except ImportError:
        return False
    return bool(ensurepip and venv)


def apt_install(packages):
    """Install Debian packages as root, or say the line that a person has to type; whether it was done."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        say("Please install them with the system's own package tool (these are Debian's names).")
        return False
    if os.geteuid() != 0:
        say("Type this once:  sudo " + " ".join(command))
        return False
    say("Installing them: " + " ".join(command))
    quiet = {"env": dict(os.environ, DEBIAN_FRONTEND="noninteractive"), "stdin": subprocess.DEVNULL}
    subprocess.call(["apt-get", "update", "-qq"], **quiet)
    if subprocess.call([*command, "-qq", "-o", "Dpkg::Use-Pty=0"], stdout=subprocess.DEVNULL, **quiet):
        stop("apt could not install them (its words stand above). Mend that, then run the same again.")
    return True


def venv_works():
    """Whether the virtual environment is there, is new enough and has pip."""
    probe = f"import sys, pip; sys.exit(sys.version_info < {OLDEST})"
    return PYTHON.exists() and not subprocess.call([str(PYTHON), "-c", probe], stderr=subprocess.DEVNULL)


def make_venv():
    """Make the virtual environment anew with this Python."""
    if not can_make_venv():
        stop(f"{sys.executable} cannot make virtual environments: it lacks the modules venv or ensurepip.")
    say(f"Making the virtual environment {VENV.name} with Python {sys.version.split()[0]}")
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        stop(f"Python could not make {VENV} (its words stand above).")


def install(extras):
    """Install the checkout with its extras, unless the stamp says that this was done."""
    stamp = VENV / "set-up.json"
    key = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + str(ROOT).encode()).hexdigest()
    done = json.loads(stamp.read_text(encoding="utf-8")) if stamp.exists() else {}
    have = done.get("extras", []) if done.get("key") == key else None
    if have is not None and set(extras) <= set(have):
        return
    wanted = sorted({*extras, *done.get("extras", [])})
    say(f"Installing Paper Explorer into {VENV.name}, with everything it needs; some minutes the first time")
    begun = time.monotonic()
    pip = [str(PYTHON), "-m", "pip", "install", "-qq", "--no-input", "--disable-pip-version-check"]
    target = f"{ROOT}[{','.join(wanted)}]" if wanted else str(ROOT)
    if subprocess.call([*pip, "--editable", target], stdin=subprocess.DEVNULL):
        stop("pip could not finish (its words stand above). Is the network there? Then run the same again.")
    stamp.write_text(json.dumps({"key": key, "extras": wanted}), encoding="utf-8")
    say(f"Installed in {time.monotonic() - begun:.0f} s")


def say(line):
    """One line to the person."""
    print("set-up: " + line, flush=True)


def stop(*lines):
    """Tell what is wrong and what to do, and leave with an error."""
    for line in lines:
        say(line)
    sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
