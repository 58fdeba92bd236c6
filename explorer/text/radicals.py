"""CJK radicals that NFKC leaves as they are, and the ideographs they stand for.

Slides and PDFs write 長 as U+2ED1 and 青 as U+2ED8: NFKC folds the Kangxi block
(U+2F00) but of the supplement (U+2E80) only two. Left out are the forms that
are only parts of characters and that no text writes for an ideograph.

References:
    Unicode Standard, EquivalentUnifiedIdeograph.txt.
"""

_PAIRS = (
    "⺁厂 ⺄乙 ⺅亻 ⺆冂 ⺈刀 ⺉刂 ⺊卜 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺖忄 ⺘扌 ⺙攵 "
    "⺛旡 ⺜日 ⺝月 ⺞歺 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺬示 ⺭礻 ⺯糹 ⺰纟 "
    "⺱罓 ⺲罒 ⺶羊 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻈讠 ⻉贝 "
    "⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕阜 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 "
    "⻝食 ⻟飠 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 "
    "⻱龜 ⻲亀"
)
RADICALS: dict[str, str] = {pair[0]: pair[1] for pair in _PAIRS.split()}  #: radical → ideograph, one to one
RADICAL_TABLE: dict[int, str] = {ord(radical): ideograph for radical, ideograph in RADICALS.items()}
