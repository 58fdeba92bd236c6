"""Chinese sentences that say how one method stands to another."""

from __future__ import annotations

import re

from explorer.text.relation_rules import DATA, LIST, MEANS, MEASURES, make_rule

_NOUN = r"(?:模型|方法|算法|框架|技术|数据集|基准测试|基准|任务|损失|网络|架构)?"
_MUCH = (
    r"(?:显著|明显|全面|始终|大幅|均|也|都|略|一致|普遍|进一步|还|则|能够|可以|能|可|已|更|"
    r"在[^。,]{0,16}?(?:上|方面|中))*"
)
_BETTER = r"(?:优于|超过|超越|胜过|好于|领先于|领先|击败|强于|高于)了?(?:传统的?|现有的?|标准的?)?"

RULES = (
    make_rule(
        "S优于",
        "outperforms",
        "<S>" + _NOUN + r"(?:的(?:性能|效果|表现|准确率|成功率))?" + _MUCH + _BETTER + "<O>",
        0.9,
    ),
    make_rule("优于", "outperforms", _MUCH + _BETTER + "<O>", 0.75),
    make_rule(
        "相比",
        "compared_with",
        r"(?:与|和|同|相比于?|相较于?)<O>" + _NOUN + r"等?(?:相比|相较|比较|对比|不同|,)",
        0.75,
    ),
    make_rule("媲美", "compared_with", r"(?:媲美|比肩)<O>", 0.8),
    make_rule("相当", "compared_with", r"(?:与|和)<O>" + _NOUN + r"(?:相当|持平|相媲美|不相上下)", 0.8),
    make_rule("取代", "competes_with", r"(?:取代|替代|代替|而不是|而非)了?(?:传统的?|标准的?)?<O>", 0.8),
    make_rule(
        "的替代",
        "competes_with",
        "<O>" + _NOUN + r"的(?:一种)?(?:有力|有前景的?|可行)?(?:替代品|替代方案|替代者|替代)",
        0.85,
    ),
    make_rule("基于的S", "builds_on", r"基于<O>" + _NOUN + r"的[^。,\ue000-\uf8ff]{0,10}<S>", 0.8),
    make_rule(
        "基于",
        "builds_on",
        r"(?:基于|建立在|源自|源于|依赖于?|借鉴了?|扩展了?|改进了?|推广了?|继承了?)<O>",
        0.8,
    ),
    make_rule(
        "的推广",
        "builds_on",
        "<O>" + _NOUN + r"的(?:一种|一个)?(?:自然)?(?:推广|泛化(?:版本|形式)|一般化)(?=[。,，;；]|$)",
        0.8,
    ),
    make_rule("结合", "builds_on", r"(?:结合了?|融合了?|整合了?)<O>", 0.75),
    make_rule("将结合", "builds_on", r"(?:把|将)<O>(?:结合|融合|组合)", 0.75),
    make_rule("采用", "builds_on", r"(?:采用了?|使用了?|利用了?|运用了?|引入了?)<O>", 0.65),
    make_rule(
        "缓解",
        "addresses_limit_of",
        r"(?:解决|克服|缓解|弥补|改善|减轻|降低)了?<O>"
        + _NOUN
        + r"的?[^。,\ue000-\uf8ff]{0,10}(?:局限|不足|缺点|问题|缺陷|成本|瓶颈|不稳定)",
        0.85,
    ),
    make_rule(
        "评测",
        "evaluated_on",
        r"在<O>"
        + _NOUN
        + r"(?:等[^。,]{0,8})?(?:上|中)[^。\ue000-\uf8ff]{0,30}?"
        + r"(?:评估|评测|测试|取得|达到|实现|验证|优于|超过|领先|提升|得分|表现)",
        0.75,
        MEASURES,
    ),
    make_rule(
        "训练",
        "trained_on",
        r"(?:在|用|使用|利用)<O>" + _NOUN + r"(?:上|中)?(?:进行)?(?:预训练|训练|微调|学习)",
        0.8,
        DATA,
    ),
    make_rule(
        "变体", "variant_of", "是<O>" + _NOUN + r"的(?:一种|一个)?(?:变体|变种|特例|版本|改进版)", 0.85
    ),
    make_rule(
        "组成",
        "part_of",
        "是<O>" + _NOUN + r"的(?:一种|一个|核心|重要)?(?:组成部分|组件|模块|步骤|环节)",
        0.8,
    ),
    make_rule("初始化", "builds_on", r"(?:用|以|由|从)<O>" + _NOUN + r"(?:的权重|权重)?(?:进行)?初始化", 0.8),
    make_rule("应用于", "builds_on", r"(?:把|将)<O>" + _NOUN + r"(?:应用|引入|迁移|推广)(?:于|到|至)", 0.75),
    # what a passage on a benchmark does to the models that it names
    make_rule("评估", "evaluated_on", r"(?:评估|评测|测试)了?<O>", 0.7, MEASURES, True, True),
    make_rule(
        "对评估",
        "evaluated_on",
        r"对<O>(?:等[^。,]{0,10})?(?:进行了?[^。,]{0,6})?(?:评估|评测|测试)",
        0.7,
        MEASURES,
        True,
        True,
    ),
    make_rule(
        "代表", "builds_on", r"代表(?:性)?(?:方法|模型|工作|例)?(?:有|包括|是|:)<O>", 0.75, MEANS, True, True
    ),
    make_rule("后继", "succeeded_by", "是<O>" + _NOUN + r"的(?:后继|后续|继任)", 0.9, swap=True),
)

SUBJECT = re.compile(rf"(?P<s>{LIST})")
NEGATION = re.compile(r"不(?:优|超|胜|好|强|基|采|使|如|及|敌|能|再)|没有|未能?|无法|难以|并非|是否|可能")
