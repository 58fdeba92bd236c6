"""Japanese sentences that say how one method stands to another."""

from __future__ import annotations

import re

from explorer.text.relation_rules import DATA, LIST, MEANS, MEASURES, NAME, make_rule

_NOUN = (
    r"s?(?:モデル|アルゴリズム|アプローチ|データセット|ベンチマーク|テストセット|タスク|手法|法|損失|構成)?"
)
_ETC = (
    r"(?:など|といった|のような|"
    r"等)?(?:の(?:他の)?[^\ue000-\uf8ff、。.のはがをにで]{1,8})?(?:\([^()]{0,12}\))?"
)
_O = "<O>" + _NOUN
_OO = _O + _ETC
_FAR = r"[^。\ue000-\uf8ff]{0,40}?"
_PAST_NAMES = r"[^。]{0,60}?"
_NEAR = r"[^。、\ue000-\uf8ff]{0,20}?"
_TUNE = r"(?:微調整|ファインチューニング)"

RULES = (
    make_rule(
        "より優れ",
        "outperforms",
        _OO
        + r"より(?:も)?"
        + _FAR
        + r"(?:優れ|上回|高い(?:性能|精度|成功率)|高性能|良い|強力|勝る|安定|速い|速く|効果的)",
        0.85,
    ),
    make_rule("を上回", "outperforms", _OO + "を" + _NEAR + r"(?:上回|凌駕|超え|しのぐ|打ち負か)", 0.9),
    make_rule("に勝利", "outperforms", r"(?<!で)" + _OO + r"に(?:勝利|勝つ|勝っ)", 0.85),
    make_rule("に匹敵", "compared_with", _OO + r"(?:に|と)(?:匹敵|同等|相当|互角|並ぶ|迫る|肩を並べ)", 0.8),
    make_rule("と比較", "compared_with", _OO + r"(?:と|に)(?:比較|比べ|対比)", 0.8),
    make_rule(
        "の比較", "compared_with", r"<S>s?(?:と|や|、)<O>" + _NOUN + r"(?:の違い|を比較|の比較|を比べ)", 0.8
    ),
    make_rule(
        "に対する",
        "compared_with",
        _OO + r"(?:に対して|に対する)[^。\ue000-\uf8ff]{0,12}?(?:勝率|利点|優位|改善|\d)",
        0.7,
    ),
    make_rule(
        "より",
        "compared_with",
        _OO + r"より(?:も)?" + _FAR + r"(?:低|高|改善|少な|多|小さ|大き|同等|遅|早|速|軽)",
        0.75,
    ),
    make_rule("と異なる", "compared_with", _OO + r"とは?異な", 0.6),
    make_rule(
        "の代替",
        "competes_with",
        _O + r"(?:の|に(?:代わる|替わる|とって))[^。\ue000-\uf8ff]{0,10}?(?:代替|選択肢|代わりに?なる)",
        0.85,
    ),
    make_rule(
        "に代わるS", "competes_with", _O + r"に(?:代わる|替わる)[^。、]{0,24}?として、?<S>(?:が|は|を)", 0.85
    ),
    make_rule("に代わる", "competes_with", _O + r"に(?:代わる|替わる|とって代わる|取って代わる)", 0.8),
    make_rule("ではなく", "competes_with", r"<O>(?:ではなく|の代わりに)、?<S>", 0.75),
    make_rule("を置き換え", "competes_with", _O + r"を(?:置き換え|代替)", 0.8),
    make_rule(
        "に基づく",
        "builds_on",
        _OO + r"(?:に基づ|を(?:ベース|基盤|基礎|土台|バックボーン|基|もと)に|に依存|に依拠|"
        r"に触発|から(?:出発|派生|始め)|"
        + r"を(?:拡張|改良|発展|一般化)|の(?:自然な)?一般化(?:で|と|に)|の上に(?:構築|築))",
        0.8,
    ),
    make_rule(
        "に基づくS",
        "builds_on",
        _O + r"(?:に基づく|をベースに?した|を(?:拡張|改良|一般化)した|ベースの|を微調整した|"
        r"をファインチューニングした)" + r"[^。、\ue000-\uf8ff]{0,16}<S>",
        0.8,
    ),
    make_rule(
        "を組み合わせ",
        "builds_on",
        _O + r"(?:\([^()]*\))?を[^。、\ue000-\uf8ff]{0,6}組み合わせ",
        0.8,
    ),
    make_rule(
        "に組み合わせたS",
        "builds_on",
        r"<O>に[^。、\ue000-\uf8ff]{0,10}を組み合わせ[^。、\ue000-\uf8ff]{0,16}<S>",
        0.75,
    ),
    make_rule(
        "を使用",
        "builds_on",
        _O + r"(?:を(?:直接)?(?:使用|利用|活用|用い|採用|応用|適用|使っ|使い)|によ(?:る|り|"
        r"って)(?:学習|最適化|調整))",
        0.65,
    ),
    make_rule("を微調整", "builds_on", _O + "を" + _NEAR + _TUNE, 0.75),
    make_rule(
        "の限界",
        "addresses_limit_of",
        _O + r"の[^。、\ue000-\uf8ff]{0,12}(?:限界|欠点|課題|問題|弱点|制約|コスト|"
        r"不安定)[^。、\ue000-\uf8ff]{0,8}"
        + r"(?:を|に)[^。、\ue000-\uf8ff]{0,8}(?:克服|解決|対処|緩和|解消|軽減|低減|削減|補)",
        0.85,
    ),
    make_rule(
        "で評価",
        "evaluated_on",
        _OO
        + r"(?:で|において|における|上で|にて)"
        + _PAST_NAMES
        + r"(?:評価|テスト|達成|優れ|上回|解決|性能|精度|改善|検証|スコア|勝率|獲得|発揮|示)",
        0.7,
        MEASURES,
    ),
    make_rule(
        "(…)で評価",
        "evaluated_on",
        r"\(\s?<O>\s?\)[^。()]{0,40}?(?:で|において|における|"
        r"上で)[^。\ue000-\uf8ff]{0,12}?(?:評価|テスト|検証|実験)",
        0.8,
        MEASURES,
    ),
    make_rule(
        "の評価指標",
        "evaluated_on",
        r"<S>s?の[^。、\ue000-\uf8ff]{0,8}評価(?:方法|指標|尺度|メトリクス)?(?:には|として|"
        r"に)、?[^。\ue000-\uf8ff]{0,6}<O>",
        0.75,
        MEASURES,
    ),
    make_rule(
        "データを使用",
        "trained_on",
        _O
        + r"(?:からの|の|に含まれる)?[^。、でに\ue000-\uf8ff]{0,24}(?:のみ|だけ)?を(?:使用|利用|用い|活用)",
        0.7,
        DATA,
    ),
    make_rule("損失で学習", "builds_on", _O + r"(?:損失|目的関数)?で(?:訓練|学習|最適化)", 0.75),
    make_rule("の微調整版", "builds_on", _O + "の" + _TUNE + r"(?:モデル|版|済み)", 0.8),
    make_rule(
        "で学習",
        "trained_on",
        _OO + r"(?:で|を(?:用い|使っ|使用し)て)" + _NEAR + r"(?:訓練|学習|トレーニング|" + _TUNE + ")",
        0.75,
        DATA,
    ),
    make_rule(
        "の一種",
        "variant_of",
        _O + r"の(?:一種|変種|派生|バリアント|変形|修正版|改良版|特殊な場合|拡張版)",
        0.85,
    ),
    make_rule("の修正版であるS", "variant_of", _O + r"の(?:修正版|改良版|拡張版?|変種|一種)である<S>", 0.9),
    make_rule(
        "に相当",
        "competes_with",
        _O + r"(?:に相当する|の代わりとなる|と同等の)[^。、\ue000-\uf8ff]{0,20}<S>",
        0.75,
    ),
    make_rule(
        "に対しS",
        "compared_with",
        r"(?<!を用いた)(?<!を使った)<O>"
        + _NEAR
        + r"(?:だったの|であるの|の)?に対し(?:て)?、?<S>(?:は|では|が)",
        0.8,
    ),
    make_rule(
        "を用いたものに対しS",
        "compared_with",
        rf"<O>を(?:用い|使っ)た(?:{NAME})?" + _NEAR + r"に対し(?:て)?、?<S>(?:は|では|が)",
        0.8,
    ),
    # a label of a figure: "Alpaca: LLaMAを微調整に勝利"
    make_rule(
        "O:…に勝利",
        "outperforms",
        r"^[←→・\s]{0,3}<O>\s?:[^。]{0,60}に(?:勝利|勝つ|勝っ)",
        0.75,
        MEANS,
        False,
        True,
    ),
    make_rule(
        "も組み合わせたS",
        "builds_on",
        r"に<O>を(?:[^。、\ue000-\uf8ff]{0,6})組み合わせ[^。、\ue000-\uf8ff]{0,16}<S>",
        0.75,
    ),
    make_rule("を統合", "builds_on", _O + r"(?:パラダイム|手法|の枠組み)?を(?:統合|融合|組み込)", 0.75),
    make_rule("問題を解く", "builds_on", r"<O>問題を解(?:く|決する|消する)[^。、]{0,20}<S>", 0.6),
    make_rule(
        "で初期化",
        "builds_on",
        _O + r"(?:の(?:事前学習済み)?(?:重み|パラメータ))?[^。、のがは]{0,24}で初期化",
        0.8,
    ),
    make_rule(
        "を用いてSを",
        "builds_on",
        _O + r"を(?:用いて|使って|使い)、?<S>を" + _NEAR + r"(?:訓練|学習|最適化)",
        0.75,
    ),
    make_rule(
        "へ適用", "builds_on", _O + r"を[^。、\ue000-\uf8ff]{0,20}(?:へ|に)(?:も)?(?:適用|応用|導入)", 0.75
    ),
    make_rule("に適用した結果", "evaluated_on", _O + r"に適用(?:した|された|して)", 0.7, MEASURES),
    make_rule(
        "を元にしたデータで学習",
        "trained_on",
        _O + r"[^。、\ue000-\uf8ff]{0,6}を(?:元|基|もと)に[^。]{0,24}データ[^。]{0,24}?(?:訓練|学習|微調整)",
        0.75,
        DATA,
    ),
    make_rule(
        "を用いて学習",
        "trained_on",
        _O + r"を(?:用いて|使って|使用して)、[^。\ue000-\uf8ff]{0,30}?(?:訓練|学習|微調整)",
        0.7,
        DATA,
    ),
    # what a passage on a benchmark or a data set does to the models that it names
    make_rule(
        "を評価する",
        "evaluated_on",
        _OO + r"(?:の[^。、]{0,16})?を[^。、]{0,20}評価",
        0.75,
        MEASURES,
        True,
        True,
    ),
    make_rule(
        "をトレーニング",
        "trained_on",
        _O + r"を" + _NEAR + r"(?:訓練|学習|トレーニング)",
        0.7,
        DATA,
        True,
        True,
    ),
    # the instances that a passage on a kind of method lists
    make_rule(
        "代表例",
        "builds_on",
        r"代表(?:例|的な(?:手法|モデル|例))[^。、\ue000-\uf8ff]{0,6}<O>",
        0.75,
        MEANS,
        True,
        True,
    ),
    make_rule("の一部", "part_of", _O + r"の(?:一部|構成要素|部品|一段階)", 0.75),
    make_rule("の後継", "succeeded_by", _O + r"の後継", 0.9, swap=True),
)

SUBJECT = re.compile(
    rf"(?P<s>{LIST}){_NOUN}(?:\([^()]{{0,40}}\))?(?:(?:のような|などの|"
    rf"といった)[^、。\ue000-\uf8ff]{{0,20}}?)?"
    r"(?:は|が|も|とは|では|の(?:性能|評価|目的|特徴|性質|主な利点)は|を提案|を導入|を紹介)"
)
#: "Vicuna(LLaMAを微調整したLLM)", "Alpaca: LLaMAを…"
GLOSS = re.compile(rf"(?P<s>{NAME})\s?[:(]\s?$")
#: words before は that mean the paper's own subject
OWN = re.compile(r"(?:本|提案|私たち|我々|この|これ|同|新)[^。、]{0,12}(?:は|が)|論文|著者")
#: a subject that is no name and not the paper's own
OTHER = re.compile(r"(?:モデル|手法|研究|方法|実験|結果|ユーザー?|人間|タスク|データ|それら|両者)(?:は|が)")
HEDGE = re.compile(r"^[^。\ue000-\uf8ff]{0,8}?(?:ことがあ|場合があ|可能性|かもしれ)")
NEGATION = re.compile(r"^[^。、\ue000-\uf8ff]{0,10}?(?:ない|なかっ|ません|せず|ずに|ず、|とは限ら|かどうか)")
QUESTION = re.compile(r"(?:か|の)\s?[?。.]?$|[?？]$")
