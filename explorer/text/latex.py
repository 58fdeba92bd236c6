"""Plain text of a title that is written with LaTeX, as venue lists and arXiv give it."""

from __future__ import annotations

import re
import unicodedata

_MARKUP = re.compile(r"[\\$]|``|''")
_BIBTEX = re.compile(r"[\\${}~]|--|``|''")
_TIE = re.compile(r"(?<!\\)~")
_TOKEN = re.compile(r"\\[A-Za-z]+\*?[ \t]*|\\.|[{}$^_~]|``|''|[^\\{}$^_~`']+|.", re.S)
_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331", "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303",
    "bar": "\u0304", "overline": "\u0304", "vec": "\u20d7", "dot": "\u0307", "ddot": "\u0308",
    "check": "\u030c", "breve": "\u0306", "acute": "\u0301", "grave": "\u0300",
}  # fmt: skip
_GREEK = (
    "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ "
    "iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς "
    "tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ "
    "Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω"
)
_SYMBOLS = (
    "ell ℓ infty ∞ nabla ∇ partial ∂ exists ∃ forall ∀ sqrt √ times × cdot · pm ± mp ∓ sim ∼ "
    "approx ≈ leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ ll ≪ gg ≫ in ∈ notin ∉ subset ⊂ cup ∪ cap ∩ "
    "to → rightarrow → leftarrow ← Rightarrow ⇒ leftrightarrow ↔ uparrow ↑ downarrow ↓ "
    "mapsto ↦ sum ∑ prod ∏ int ∫ circ ∘ star ⋆ ast ∗ dagger † oplus ⊕ otimes ⊗ odot ⊙ perp ⊥ "
    "parallel ∥ ldots … dots … cdots ⋯ prime ′ emptyset ∅ hbar ℏ Re ℜ Im ℑ aleph ℵ wedge ∧ "
    "vee ∨ neg ¬ langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ equiv ≡ propto ∝ "
    "triangle △ checkmark ✓ ss ß o ø O Ø l ł L Ł aa å AA Å ae æ AE Æ oe œ OE Œ i ı j ȷ dj đ "
    "DJ Đ th þ TH Þ textendash – textemdash — textquotesingle ' textquoteright ’ "
    "textquoteleft ‘ textregistered ® texttrademark ™ copyright © S § P ¶ textbackslash \\ "
    "textbraceleft { textbraceright } textasciitilde ~ textasciicircum ^ textless < textgreater > textbar | "
    'textunderscore _ textdollar $ textquotedblleft “ textquotedblright ” textquotedbl " lq ‘ rq ’ '
    "guillemotleft « guillemotright » textbullet • textperiodcentered · textdegree ° texttimes ×"
)
_NAMES = (_GREEK + " " + _SYMBOLS).split()
_SYMBOL = dict(zip(_NAMES[::2], _NAMES[1::2], strict=True))
_FUNCTIONS = frozenset(
    {"log", "exp", "sin", "cos", "tan", "max", "min", "arg", "lim", "sup", "inf", "det", "dim", "Pr"}
)
_SPACES = frozenset({",", ";", ":", " ", "!", "quad", "qquad", "\\", "/"})
_SUPERSCRIPT = dict(zip("0123456789+-()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱ", strict=True))
_SUBSCRIPT = dict(zip("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎", strict=True))
_MAX_DEPTH = 50
_MATH_END = re.compile(r"(?<!\\)\$")
_LOOSE_FORMULA = re.compile(r"\$ (\w|\\\w{1,20}) \$")


def latex_to_plain(text: str) -> str:
    """The text without LaTeX markup: accents and symbols as characters, math as one would read it.

    Digits above and below the line become their characters (E$^2$GAN: E²GAN),
    letters keep their mark (ℓ_p). A dollar that opens no formula stays ("$1
    Million"). Linear in the length of the text; never fails.
    """
    if not _MARKUP.search(text):
        return text
    return _Reader(_LOOSE_FORMULA.sub(r"$\1$", text)).read()


def bibtex_to_plain(text: str) -> str:
    """A value of a BibTeX field in one line as one reads it: no braces, a tie is a space, "--" a dash."""
    line = " ".join(text.split())
    if _BIBTEX.search(line):
        line = _TIE.sub(" ", line).replace("---", "—").replace("--", "–")
        line = _Reader(_LOOSE_FORMULA.sub(r"$\1$", line)).read()
    return " ".join(line.split())


class _Reader:
    """One pass over the tokens, with a stack of open groups in place of recursion."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._math = False
        self._groups: list[tuple[list[str], str]] = []  # (pieces so far, what waits for the group)
        self._pieces: list[str] = []
        self._waiting = ""  # "^", "_" or a combining accent: belongs to the next piece

    def read(self) -> str:
        for found in _TOKEN.finditer(self._text):
            self._take(found[0], found.start())
        while self._groups:
            self._close()
        return "".join(self._pieces)

    def _take(self, token: str, offset: int) -> None:
        if token[0] == "\\" and len(token) > 1:
            self._command(token[1:].rstrip().rstrip("*"))
        elif token == "$":
            self._dollar(offset)
        elif token == "{":
            if len(self._groups) == _MAX_DEPTH:  # keeps a run of braces linear
                self._close()
            self._groups.append((self._pieces, self._waiting))
            self._pieces, self._waiting = [], ""
        elif token == "}":
            self._close()
        elif token in ("^", "_") and self._math:
            self._waiting = token
        elif token == "~":
            self._emit(" " if self._math else "~")
        elif token in ("``", "''"):
            self._emit("“" if token == "``" else "”")
        else:
            self._words(token)

    def _command(self, name: str) -> None:
        if name in _ACCENTS:
            self._waiting = _ACCENTS[name]
        elif name in _SYMBOL:
            self._emit(_SYMBOL[name])
        elif name in _FUNCTIONS:
            self._emit(name)
        elif name in _SPACES:
            self._emit(" " if name not in ("!", "/") else "")
        elif len(name) == 1 and not name.isalpha():
            self._emit("‖" if name == "|" else name)  # \& \% \# \_ \{ \$
        # the rest are fonts and layout (\textbf, \mathcal, \rm, \left): only their argument shows

    def _dollar(self, offset: int) -> None:
        if self._math:
            self._math = False
        elif self._opens_formula(offset):
            self._math = True
        else:
            self._emit("$")

    def _opens_formula(self, offset: int) -> bool:
        """Whether a dollar has a partner: pandoc's rule, which spares "from $5 to $10"."""
        end = _MATH_END.search(self._text, offset + 1, offset + 400)
        if end is None or end.start() == offset + 1:
            return end is not None
        inside = self._text[offset + 1 : end.start()]
        if "\\" in inside:
            return True
        next_is_digit = self._text[end.end() : end.end() + 1].isdigit()
        return not (inside[0].isspace() or inside[-1].isspace() or next_is_digit)

    def _words(self, words: str) -> None:
        if self._waiting and words.strip():
            words = words.lstrip()
            self._emit(words[0])
            words = words[1:]
        if words:
            self._pieces.append(words.strip() if self._math and not words.strip() else words)

    def _emit(self, piece: str) -> None:
        """Add a piece, above, below or under an accent where one waits."""
        waiting, self._waiting = self._waiting, ""
        if waiting in ("^", "_"):
            table = _SUPERSCRIPT if waiting == "^" else _SUBSCRIPT
            raised = all(char in table for char in piece)
            piece = "".join(table[char] for char in piece) if raised else waiting + piece
        elif waiting:
            letter = {"ı": "i", "ȷ": "j"}.get(piece[:1], piece[:1])
            piece = unicodedata.normalize("NFC", letter + waiting) + piece[1:]
        self._pieces.append(piece)

    def _close(self) -> None:
        if not self._groups:
            return
        inner = "".join(self._pieces)
        self._pieces, self._waiting = self._groups.pop()
        if inner:
            self._emit(inner)
