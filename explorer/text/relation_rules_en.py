"""English sentences that say how one method stands to another."""

from __future__ import annotations

import re

from explorer.text.relation_rules import DATA, MEANS, MEASURES, NAME, make_rule

_NOUN = (
    r"(?:s|'s)?(?:\s(?:models?|methods?|algorithms?|approach|networks?|prompting|"
    r"fine-tuning|training))?"
)
_ADVERB = (
    r"(?:,?\s(?:also|consistently|significantly|substantially|often|even|further|generally|"
    r"clearly|largely|greatly|"
    r"all|both|can|could|is able to|are able to|then|that|which|now|still|slightly|markedly|notably|easily|"
    r"reportedly|thus|itself|in turn|hence|directly)){0,3}"
)
_S = "<S>" + _NOUN + _ADVERB
_ARTICLE = (
    r"\s(?:(?:the|a|an|both|all|existing|standard|vanilla|prior|previous|plain|original|"
    r"strong|larger?|much|several|"
    r"other|popular|well-known|baselines?|methods?|models?|such as|like|including|recent|"
    r"its|on|of|top|ideas?|"
    r"frameworks?|techniques?|conventional|open|classical|traditional|naive|full|"
    r"algorithms?|approaches)\s){0,5}"
)
_O = _ARTICLE + "<O>"
_BETTER = (
    r"(?:outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beats?|beating|exceeds?|exceeding|overtakes?|"
    r"improv(?:es?|ing) (?:up)?on|(?:performs?|performing|works?) (?:\w+ )?better than|"
    r"(?:is|are|was|were) (?:better|superior|stronger|more (?:accurate|efficient|robust|"
    r"effective)|faster) (?:than|to))"
)
_BUILT = (
    r"(?:(?:is|are|was|were) (?:built|based) (?:up)?on(?: top of)?|builds? (?:up)?on(?: top of)?|extends?|"
    r"(?:is |are )(?:derived|distilled) from|(?:is |are |was )initiali[sz]ed (?:from|with)|"
    r"(?:is |are |was |were )?(?:instruction-|fine-?|further |supervised )tuned from|"
    r"(?:is |are )an? (?:\w+[ -]){0,2}(?:extension|adaptation) (?:of|to)|"
    r"(?:is |are )(?:an? |the )?(?:\w+[ -]){0,2}generali[sz]ations? of|relies on|rely on|"
    r"generali[sz](?:es?|ing)(?: over| upon)?|subsumes?)"
)
#: without a verb; only right after the name, for "RL methods based on PPO" are not all of RL
_BUILT_REDUCED = (
    r"(?:building (?:up)?on|(?:built|based) (?:up)?on(?: top of)?|extending|derived from|distilled from|"
    r"initiali[sz]ed (?:from|with)|(?:an? )?(?:\w+[ -]){0,2}(?:extension|adaptation) (?:of|to)|"
    r"(?:an? )?(?:\w+[ -]){0,2}generali[sz]ation of|generali[sz]ing)"
)
_AGAINST = r"(?:(?:compared?|compares|comparing|contrasted) (?:with|to|against)|versus|vs\.?)"
_ABOUT = (
    r"(?:limitations?|shortcomings?|drawbacks?|weakness(?:es)?|instability|problems?|"
    r"costs?|complexity) (?:of|in|with)"
)
_MORE = (
    r"(?:is|are|has|have|needs?|requires?|gives?|reach(?:es)?|achieves?|shows?|runs?|"
    r"trains?|scores?|yields?|learns?)"
)

RULES = (
    make_rule("outperforms", "outperforms", _S + " " + _BETTER + _O, 0.9),
    make_rule(
        "outperformed by",
        "outperforms",
        _S + r" (?:is|are|was|were)(?: \w+)? (?:outperformed|surpassed|beaten) by" + _O,
        0.85,
        swap=True,
    ),
    make_rule("built on", "builds_on", _S + r",? " + _BUILT + _O, 0.85),
    make_rule("based on", "builds_on", r"<S>,? " + _BUILT_REDUCED + _O, 0.85),
    make_rule(
        "is a … based on",
        "builds_on",
        r"<S>(?:,| is) an? <~>{0,40}?\b(?:based|built) (?:up)?on(?: top of)?" + _O,
        0.85,
    ),
    make_rule(
        "combines",
        "builds_on",
        _S + r" (?:combin(?:es?|ing)|integrates?|unif(?:y|ies)|merges?|couples?|augments?)" + _O,
        0.8,
    ),
    make_rule(
        "combines with",
        "builds_on",
        _S + r" (?:combines|integrates|couples|augments|pairs)" + _ARTICLE + f"{NAME}s? (?:with|and)" + _O,
        0.8,
    ),
    make_rule(
        "uses",
        "builds_on",
        _S + r" (?:uses?|leverages?|employs?|adopts?|applies|apply|incorporates?|utili[sz]es?)" + _O,
        0.65,
    ),
    make_rule("X-based", "builds_on", "<O>-based <S>", 0.6),
    make_rule(
        "alternative",
        "competes_with",
        _S
        + r",?(?: (?:is|are|as|offers?|serves? as|presents?|provides?))?(?: \w+){0,4} alternatives? to"
        + _O,
        0.85,
    ),
    make_rule(
        "instead of",
        "competes_with",
        "<S>" + _NOUN + r",? (?:instead of|rather than|in place of)\s(?:the |a |using )?<O>",
        0.75,
    ),
    make_rule(
        "replaces",
        "competes_with",
        _S + r" (?:replaces?|replacing|does away with|dispenses with|removes the need for)" + _O,
        0.8,
    ),
    make_rule(
        "replaced with",
        "competes_with",
        r"(?:replac(?:es?|ing)|swaps?|swapping)" + _O + r" (?:with|by|for) (?:the |a )?<S>",
        0.8,
    ),
    make_rule(
        "limits of",
        "addresses_limit_of",
        _S + r" (?:address|overcom|mitigat|tackl|fix|remed|alleviat|reliev|reduc|avoid|"
        r"remov)(?:es|ies|ing|e|s)? " + r"(?:\w+ ){0,4}" + _ABOUT + _O,
        0.85,
    ),
    make_rule(
        "compared with",
        "compared_with",
        _S + r",?(?: (?:is|are|was|were))?(?: \w+){0,2} " + _AGAINST + _O,
        0.75,
    ),
    make_rule(
        "compares A with B",
        "compared_with",
        r"compar(?:e|es|ed|ing|ison of)(?: the)? <S>" + _NOUN + r" (?:with|to|and|against)(?: the)? <O>",
        0.8,
    ),
    make_rule(
        "on par with",
        "compared_with",
        _S + r" (?:(?:is|are|performs?|works?)(?: \w+){0,3} )?(?:on par with|comparable (?:to|"
        r"with)|competitive with|"
        + r"match(?:es)?(?: the (?:quality|performance|accuracy) of)?|rivals?)"
        + _O,
        0.8,
    ),
    make_rule("than", "compared_with", _S + " " + _MORE + r"(?: [\w.%×-]+){1,8}? than" + _O, 0.75),
    make_rule(
        "variant of",
        "variant_of",
        _S
        + r",?(?: (?:is|are))? (?:an?|the|one|another) (?:[\w-]+ ){0,3}"
        + r"(?:variant|version|form|kind|type|special case|flavou?r|instance) of"
        + _O,
        0.85,
    ),
    make_rule(
        "evaluated on",
        "evaluated_on",
        _S
        + r"<~>{0,40}?\b(?:evaluated|tested|benchmarked|assessed|validated|measured) (?:on|with|using|by)"
        + _O,
        0.85,
        MEASURES,
    ),
    make_rule(
        "result on",
        "evaluated_on",
        _S
        + r"<~>{0,40}?\b(?:achiev|reach|scor|attain|obtain|solv|set|gain|get|report)(?:es|s|ed|ing)?\b"
        + r"<~>{0,40}?\b(?:on|in)"
        + _O,
        0.7,
        MEASURES,
    ),
    make_rule(
        "better on",
        "evaluated_on",
        _S + " " + _BETTER + _ARTICLE + "(?:" + "[\ue000-\uf8ff]|<~>" + r"){1,40}?\bon" + _O,
        0.75,
        MEASURES,
    ),
    make_rule(
        "trained on",
        "trained_on",
        _S
        + r",?(?: (?:is|are|was|were))?(?: \w+){0,2} (?:pre-?|fine-?|instruction-)?(?:trained|tuned) "
        + r"(?:on|with|using)"
        + _O,
        0.85,
        DATA,
    ),
    make_rule(
        "part of",
        "part_of",
        _S
        + r",?(?: (?:is|are))? (?:an?|the|one) (?:[\w-]+ ){0,2}"
        + r"(?:part|component|module|building block|ingredient|stage|step) of"
        + _O,
        0.8,
    ),
    make_rule(
        "counterpart",
        "competes_with",
        r"<S>,?(?: (?:is|as|a|an|the|our|open|open-source|free|own)){1,5} "
        r"(?:counterpart|rival|answer|competitor) (?:of|to)" + _O,
        0.75,
    ),
    # what a passage on a benchmark or a data set does to the models that it names
    make_rule(
        "evaluates models",
        "evaluated_on",
        r"\b(?:evaluat|assess|benchmark|test|prob)(?:es?|ing|ed)(?: the (?:\w+ ){1,3}of)?(?: \w+){0,2} <O>",
        0.7,
        MEASURES,
        True,
        True,
    ),
    make_rule(
        "instances",
        "builds_on",
        r"^(?:representative |typical |well-known )?(?:examples?|instances?) ?(?:are|include|:) ?<O>",
        0.75,
        MEANS,
        True,
        True,
    ),
    make_rule(
        "successor", "succeeded_by", _S + r",?(?: (?:is|are))? the successors? (?:of|to)" + _O, 0.9, swap=True
    ),
)

_ITS_OWN = (
    r"^(?:and |also |but )?(?:(?:it(?:'s)?|which|we|(?:this|our|the(?: \w+)?) (?:method|"
    r"model|approach|algorithm|system|"
    r"framework)) )(?:(?:is|are|can|also|even|\w+ly) ){0,3}"
)
_CLAUSE = (
    r"^(?:and |also )?(?:achiev|show|propos|present|introduc|claim|report|demonstrat|obtain|"
    r"build|us|combin|develop|"
    r"train|provid|releas|attain|reach|offer|give|yield)e?s\b<~>{0,120}?"
)
_VERB_FIRST = r"^(?:and |also |but )?(?:\w+ly )?"
_BESIDES = r"(?:on par with|comparable (?:to|with)|competitive with|match(?:es)?|rivals?)"

_WE = (
    r"\b(?:we|this (?:paper|work|study)|(?:the )?authors|"
    r"our (?:method|approach|model|framework|algorithm|system))"
    r" (?:(?:\w+ly|also|then|further|first|instead) ){0,2}"
)
#: what a paper says of itself
_OWN_RULES = (
    make_rule(
        "we use",
        "builds_on",
        _WE
        + r"(?:use|leverage|employ|adopt|appl|build (?:up)?on|extend|combine|utili[sz]e)(?:s|y|ies)?"
        + _O,
        0.8,
        MEANS,
        False,
        True,
    ),
    make_rule(
        "we evaluate on",
        "evaluated_on",
        r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!been )"
        r"\b(?:evaluat|experiment|validat|benchmark|results?|tested)\w*\b<~>{0,50}?\b(?:on|across)" + _O,
        0.8,
        MEASURES,
        False,
        True,
    ),
)

#: clauses without a subject of their own, as digests write them: "outperforms DPO on MT-Bench"
BARE_RULES = (
    *_OWN_RULES,
    *(
        make_rule(name, predicate, start + verb + _O, 0.75)
        for start in (_ITS_OWN, _VERB_FIRST)
        for name, predicate, verb in (
            ("outperforms", "outperforms", _BETTER),
            ("built on", "builds_on", _BUILT),
            ("based on", "builds_on", r"(?:built|based) (?:up)?on(?: top of)?"),
            ("combines", "builds_on", "combines"),
            ("on par with", "compared_with", _BESIDES),
            ("replaces", "competes_with", "replaces"),
        )
    ),
    make_rule(
        "outperforming",
        "outperforms",
        _CLAUSE + r"\b(?:and )?(?:outperform|surpass|beat|exceed)(?:ing|s)" + _O,
        0.75,
    ),
    make_rule(
        "family based on",
        "builds_on",
        r"^(?:an?|the) (?:family|series|set|suite|new|open|model|\d+B)<~>{0,60}?\b(?:based|built) (?:up)?on"
        + _O,
        0.75,
    ),
)

#: a name after one of these is no subject: "Magicoder, based on CodeLlama, surpasses ChatGPT"
AFTER_PREPOSITION = re.compile(
    r"(?<!performance )(?<!accuracy )(?<!quality )(?<!results )\b(?:of|with|from|by|using|"
    r"on|than|to|for|in|over|via|"
    r"like|into|without|unlike|as|between)(?: \w+)? $",
    re.I,
)
#: before a subject, what shows that it only says what another is: "LLaVA, a VLM based on CLIP"
APPOSITION = re.compile(rf"(?P<s>{NAME})(?:,| is) an? [^,;\ue000-\uf8ff]{{0,40}}$")
WHICH = re.compile(r"(?:s|'s)?,? (?:which|that)\b")
#: after a list, what shows that its last name begins a clause of its own
NEW_CLAUSE = re.compile(
    r"s? (?:can|could|is|are|was|were|has|have|will|would|should|does|do|outperforms|surpasses|beats|uses|"
    r"achieves|shows|builds|needs|reaches|improves|requires|gives|combines)\b"
)
NEGATION = re.compile(
    r"\b(?:not|never|cannot|neither|nor|without|fails? to|failed to|unable to|no longer|"
    r"rarely|may|might|whether)\b|n't\b",
    re.I,
)
