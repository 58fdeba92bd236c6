"""How English, Japanese and Chinese texts state the numbers of a conference."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

_NUMBER = (
    r"(?<![A-Za-z0-9.,$-])(?P<n>\d{1,3}(?:,\d{3})+(?!,?\d)|\d{1,7}(?:\.\d{1,2})?(?!\d|,\d{3}))"
    r"(?:\s?(?P<unit>万|千|k(?![A-Za-z])|thousand))?"
)
_ABOUT = (
    r"(?:a total of|in total|total|about|around|approximately|roughly|some|over|more than|nearly|almost|"
    r"well|~|约|共|总共|共计|超过?|将近|近|达到?了?|高达|约为|為|为|是|有|了|約|およそ|のべ|延べ|合計|総計|計|は|が|で|も|"
    r"\s|:|=|\||、){0,5}"
)
_ORDINAL = (
    r"(?P<o>(?<![\d-])\d{1,3}(?:st|nd|rd|th)|(?:(?:twenty|thirty|forty|fifty|sixty)-?)?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teenth|(?:twen|thir|for|fif|six)tieth)"
)
_SMALL = r"(?P<n>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)"
_YEAR = r"(?P<y>(?:19|20)\d\d)(?!\d)"
_ZH_PIECES = r"(?:篇|份|项|个)"
_JA_PIECES = r"(?:件|本|報|編)"
_TAKEN_JA = r"(?:採択|採録|アクセプト|受理)"
_TAKEN_ZH = r"(?:接收|录用|接受|收录|录取|中稿)"
_MORE_JA = r"(?:以上|を超える|を上回る|超|もの|近い|近く|程度|あまり|余り|弱|強|の){0,3}"
_EVENT = r"conference|event|meeting|会議|学会|大会|カンファレンス|会议|開催|举办|举行|学術集会"
OWN = r"\b(?:our|we|us|my)\b|私たち|我々|弊社|当社|当研究|自社|我们|本组|我司"
_POSTS = r"reddit|twitter|tweet|\busers?\b|kaggle|leaderboard|ツイート|ユーザ|ブログ|掲示板|SNS|用户|微博|帖"


@dataclass(frozen=True, slots=True)
class Rule:
    """Attributes:
    what: Name of the number, as in Statistic.
    pattern: With a group ``n`` (a number), ``o`` (an ordinal) or ``y`` (a year).
    where: What the sentence must say besides, or None.
    unless: What it must not say, or None.
    least: Smaller values are of something else.
    """

    what: str
    pattern: re.Pattern[str]
    where: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    least: float = 0


@cache
def rules() -> tuple[Rule, ...]:
    """All rules in this order: a number belongs to the first one that takes it. Compiled once."""
    return tuple(rule for stated in _STATED for rule in _rules(*stated))


def _rules(
    what: str, patterns: tuple[str, ...], least: float = 0, where: str = "", unless: str = ""
) -> tuple[Rule, ...]:
    sides = [re.compile(side, re.I) if side else None for side in (where, unless)]
    filled = (
        p.replace("{n}", _NUMBER).replace("{about}", _ABOUT).replace("{o}", _ORDINAL).replace("{y}", _YEAR)
        for p in patterns
    )
    return tuple(Rule(what, re.compile(p, re.I), sides[0], sides[1], least) for p in filled)


_STATED: tuple[tuple[str, tuple[str, ...], float, str, str], ...] = (
    (
        "acceptance rate (%)",
        (
            r"accept(?:ance)? rates?(?: (?:of|was|is|at|stood at|dropped to|fell to|rose to|"
            r"came to)| \()?{about}{n}\s?%?",
            r"{n}\s?%?\s?accept(?:ance)?(?: rate)?(?![A-Za-z])",
            rf"(?:accepted|{_TAKEN_JA}|{_TAKEN_ZH})[^\d。.]{{0,9}}\({{n}}\s?%\)",
            r"{n}\s?%(?: of (?:all |the )?(?:submissions|papers))?(?: (?:were|was|got))? accepted",
            rf"{_TAKEN_JA}率{{about}}{{n}}\s?(?:%|パーセント)?",
            rf"{_TAKEN_ZH}率(?:仅|只){{0,1}}{{about}}{{n}}\s?%?",
        ),
        0,
        r"%|パーセント|accept|率",
        "",
    ),
    (
        "submissions",
        (
            r"{n}\s(?:[\w-]+ ){0,3}(?:submissions|submitted papers|papers (?:were |"
            r"had been )?submitted)(?![A-Za-z])",
            r"submissions?(?: (?:reached|rose to|grew to|hit|exceeded|topped|totall?ed|numbered|"
            r"count))?{about}{n}",
            r"(?:received|reviewed|attracted|drew) {about}{n} (?:[\w-]+ ){0,2}papers",
            r"(?<=out of ){n} (?:[\w-]+ ){0,2}(?:papers|submissions|submitted)",
            rf"(?:投稿|応募|サブミッション)(?:された)?(?:論文)?(?:総?数|件数|本数)?{{about}}{{n}}\s?{_JA_PIECES}",
            r"(?:投稿|応募)(?:論文)?(?:総?数|件数|本数){about}{n}",
            rf"{{n}}\s?{_JA_PIECES}{_MORE_JA}(?:の|もの)?(?:有効な?)?(?:論文)?(?:の|が|を)?(?:投稿|応募|サブミッション)",
            rf"(?:收到|接收|征集到?|收获)了?{{about}}{{n}}\s?余?{_ZH_PIECES}(?:有效|论文|的|完整|正式){{0,3}}(?:投稿|提交|稿件)",
            rf"收到了?{{about}}{{n}}\s?余?{_ZH_PIECES}",
            rf"投稿(?:论文)?(?:总?量|总?数|数量)?{{about}}{{n}}\s?余?{_ZH_PIECES}",
            r"投稿(?:论文)?(?:总?量|总?数|数量){about}{n}",
            rf"{{n}}\s?余?{_ZH_PIECES}(?:有效|论文|的){{0,2}}(?:投稿|提交)",
        ),
        20,
        "",
        _POSTS,
    ),
    (
        "accepted papers",
        (
            r"{n} (?:out )?of (?:the )?[\d,]{2,7} (?:[\w-]+ ){0,2}(?:papers|submissions)",
            r"{n}\s(?:[\w-]+ ){0,3}(?:accepted|acceptances)(?![A-Za-z])(?! (?:at|for) (?:the|"
            r"our|a) workshop)",
            r"(?<![A-Za-z])accept(?:ed|s|ing)(?: papers)?{about}{n}(?! ?%)",
            rf"{_TAKEN_JA}(?:された)?(?:論文)?(?:総?数|件数|本数)?{{about}}{{n}}\s?{_JA_PIECES}",
            rf"{_TAKEN_JA}(?:論文)?(?:総?数|件数|本数){{about}}{{n}}(?!\s?%)",
            rf"{{n}}\s?{_JA_PIECES}{_MORE_JA}(?:論文)?(?:が|を|は|も|のみ|だけ|、){{0,2}}\s?{_TAKEN_JA}",
            rf"{_TAKEN_ZH}(?:论文|数|数量|总数|量){{0,2}}{{about}}{{n}}\s?余?{_ZH_PIECES}",
            rf"{_TAKEN_ZH}(?:论文)?(?:数|数量|总数|量){{about}}{{n}}(?!\s?%)",
            rf"{{n}}\s?余?{_ZH_PIECES}(?:论文|稿件)?(?:最终|均)?(?:被|获|获得)?{_TAKEN_ZH}",
        ),
        20,
        "",
        OWN,
    ),
    (
        "participants",
        (
            r"{n}\+?\s(?:[\w-]+ ){0,3}(?:attendees|participants|registrants|registrations|"
            r"people attended|visitors|attended)(?![A-Za-z])",
            r"(?:attendance|attendees|participants)(?: (?:of|reached|was|hit|rose to))?{about}{n}",
            r"{n}\s(?:people|researchers|scientists|practitioners) (?:gathered|came|met|"
            r"travell?ed|participated|took part)",
            r"(?:参加者|来場者|参加登録者|参加人数)(?:総?数)?{about}{n}\s?(?:人|名)",
            rf"{{n}}\s?(?:人|名){_MORE_JA}(?:研究者|技術者|参加者|来場者|方々|人々)?(?:が|を|の)?\s?(?:参加|来場|集ま|集い|現地)",
            r"(?:参会|与会|参加|注册)(?:人数|人员|者|学者)?(?:规模)?{about}{n}\s?余?(?:人|名|位)",
            r"{n}\s?余?(?:人|名|位)(?:以上)?(?:来自[^。,]{1,20}的)?(?:的)?(?:研究者|研究人员|学者|专家|人士|代表|"
            r"观众)?\s?(?:参会|参加|与会|到场|齐聚|出席)",
        ),
        50,
        "",
        "",
    ),
    (
        "reviewers",
        (
            r"{n}\s(?:[\w-]+ ){0,2}reviewers(?![A-Za-z])",
            r"{n}\s?(?:人|名|位)の?(?:査読者|审稿人)",
        ),
        50,
        "",
        "",
    ),
    (
        "conference length in days",
        (
            rf"(?<![\w-]){_SMALL}[ -](?:full[ -])?days?[ -](?:[\w-]+ ){{0,2}}(?:{_EVENT}|program|"
            rf"programme|learning|long|experience)",
            rf"(?:over|for|lasted|lasting|spanning|spanned|across|after) (?:the )?(?:past |"
            rf"last )?{_SMALL} (?:[a-z]+ )?days",
            r"(?<!\d)(?<!\d[.,])(?P<n>\d{1,2})\s?日間",
            r"(?:为期|历时|持续)\s?(?P<n>\d{1,2}|[一二两三四五六七八九十])\s?天",
        ),
        0,
        _EVENT,
        "",
    ),
    (
        "edition number",
        (
            r"(?<!proceedings of the )(?<!proceedings of )(?<!proc\. of the )(?<!proc\. of "
            r")(?<![A-Za-z])(?:the )?{o}"
            r" (?:edition|(?:annual |international ){0,2}(?:conference|meeting)|iteration|"
            r"(?:ICML|NeurIPS|ICLR|AAAI|CVPR|ACL|EMNLP)(?![A-Za-z]))",
            r"第\s?(?P<n>\d{1,3})\s?回(?!\s?[^\s。、]{0,8}(?:勉強会|セミナー|輪読|講座|連載|ワークショップ|ミートアップ))",
            r"(?<!\d)(?P<n>\d{1,3})\s?回目の?\s?(?:開催|会議|大会|を迎え|となる|となり|に当たる)",
            r"第\s?(?P<n>\d{1,3})\s?届",
        ),
        0,
        rf"{_EVENT}|edition|iteration|今回|今年|投稿|ICML|NeurIPS|NIPS|ICLR|AAAI|CVPR|ACL",
        "",
    ),
    (
        "first year of the conference series",
        (
            r"(?<![A-Za-z])since (?:its (?:start|founding|inception|beginnings?) in )?{y}",
            r"(?<![A-Za-z])(?:founded|first held|first took place|started|began|established|"
            r"inaugurated) in {y}",
            r"(?<!\d){y}\s?年\s?(?:から\s?(?:\d{1,3}\s?回|続|始|毎年|開催)|に(?:初めて|始ま|第\s?1\s?回|創設|スタート)|以来)",
            r"(?:自|始于|创办于|创立于|起源于|首次举办于)\s?{y}\s?年",
        ),
        0,
        rf"{_EVENT}|edition|ICML|NeurIPS|NIPS|ICLR|AAAI|CVPR|(?<![A-Z])ACL|回目",
        OWN,
    ),
    (
        "workshops",
        (
            r"{n} (?:[\w-]+ ){0,2}workshops(?![A-Za-z])",
            r"{n}\s?(?:件|個|つ|本)?の?ワークショップ",
            r"{n}\s?(?:个|场)(?:研讨会|workshop)",
        ),
        5,
        "",
        "",
    ),
    (
        "tutorials",
        (
            r"{n} (?:[\w-]+ ){0,2}tutorials(?![A-Za-z])",
            r"{n}\s?(?:件|個|つ|本)?の?チュートリアル",
            r"{n}\s?(?:个|场)(?:教程|tutorial)",
        ),
        3,
        "",
        "",
    ),
    (
        "oral papers",
        (
            r"{n} (?:[\w-]+ ){0,2}(?:orals|oral (?:papers|presentations))(?![A-Za-z])",
            r"{n}\s?(?:件|本)の?(?:口頭発表|オーラル)",
            r"{n}\s?篇(?:oral|口头报告)",
        ),
        5,
        "",
        OWN,
    ),
    (
        "spotlight papers",
        (
            r"{n} (?:[\w-]+ ){0,2}spotlights?(?: papers| presentations)?(?![A-Za-z])",
            r"{n}\s?(?:件|本)の?スポットライト",
            r"{n}\s?篇(?:spotlight|亮点)",
        ),
        5,
        "",
        OWN,
    ),
    (
        "countries",
        (
            r"{n} (?:different )?countries(?![A-Za-z])",
            r"{n}\s?(?:カ|か|ヶ|ヵ|ケ)国",
            r"{n}\s?(?:多)?个国家",
        ),
        5,
        _EVENT + r"|from|から|来自|attend|参加",
        "",
    ),
)
