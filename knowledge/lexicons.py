"""Words that feel good or bad to a customer, in English, Polish and Chinese; folded, `*` ends a beginning."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


POSITIVE = _words(
    """good great excellent amazing awesome fantastic perfect* wonderful lovely love* like liked best better nice
    friendly kind helpful* polite quick* fast* easy easily smooth* happy pleased satisf* recommend* thank*
    grateful impress* reliabl* comfortabl* clean fresh beautiful* superb brilliant outstanding pleasant* enjoy*
    convenient* professional* efficient* delight* courteous caring worth affordable flawless* seamless* fixed
    solved resolved punctual* prompt* fair dobr* swietn* super doskonal* rewelac* wspanial* idealn* polecam
    polecic poleca mil* uprzejm* sympatyczn* pomocn* pomogl* szybk* sprawn* latw* wygodn* zadowol* dziekuj*
    profesjonal* fachow* czyst* piekn* najleps* lepiej lepszy lepsza uwielbiam kocham lubie ciesz* smaczn* pyszn*
    swiez* punktualn* warto korzystn* bezproblem* przyjemn* komfort* cudown* 好 很好 不错 满意 喜欢 喜爱 推荐 方便
    快捷 快 迅速 及时 热情 周到 耐心 细心 友好 干净 整洁 舒服 舒适 优秀 完美 棒 很棒 赞 点赞 漂亮 好吃 美味 新鲜
    实惠 便宜 划算 超值 值得 专业 贴心 感谢 谢谢 开心 高兴 惊喜 顺利 准时 安全 温馨 好评 给力 靠谱 放心 值 不贵
    没问题"""
)
NEGATIVE = _words(
    """bad terribl* awful* horribl* worst worse poor* slow* late delay* rude* unhelpful unfriendly disappoint*
    annoy* angr* frustrat* broke* damag* wrong* missing lost lose fail* error* problem* issue* difficult* confus*
    expensive overpriced dirty cold stale waste* wast* useless hate* never ignor* refus* crash* stuck* complain*
    complaint* unacceptabl* ridiculous* scam* fraud* cheat* lie* lied lying impossible unable unprofession*
    uncomfortabl* noisy smell* disgust* cancel* refund* mistake* queue* crowd* chaos* unreliabl* faulty defect*
    unsafe worr* sad upset shame* pathetic incompetent* nightmare zl* zle kiepsk* slab* okropn* straszn* fataln*
    tragedi* tragiczn* beznadziej* najgorsz* gorsz* gorzej woln* powol* pozno spozn* opozn* opoznien* niemil*
    nieuprzejm* niegrzeczn* chamsk* rozczarow* zawied* zawiod* denerw* wkurz* wscie* irytuj* zepsut* uszkodz*
    brak* zgub* zagin* blad bledn* bled* problem* trudn* drog* drozsz* brud* zimn* nieswiez* strat* bezuzyteczn*
    nigdy ignor* odmow* oszust* oszuk* klam* nieprofesjonal* niewygodn* glosn* smierdz* obrzydliw* reklamacj*
    awari* kolejk* tlok* chaos* wstyd* skandal* dramat* porazk* niedopuszczaln* niezadowol* zal* szkod* nieczyt*
    niedziala* zawiesz* kosztown* smutn* 差 很差 太差 差劲 差评 糟糕 糟 烂 垃圾 失望 慢 太慢 很慢 迟 迟到 晚 延误
    拖延 耽误 坏 坏了 破 破损 损坏 脏 臭 难吃 难闻 难用 难 冷 凉了 贵 太贵 骗 骗人 欺骗 骗子 假 假货 错 错误 发错
    漏发 少发 丢失 丢 不见 投诉 退款 退货 生气 愤怒 气愤 恶心 讨厌 麻烦 问题 故障 失败 崩溃 卡顿 闪退 态度差 冷漠
    敷衍 推诿 粗鲁 无语 坑 坑人 郁闷 后悔 不满 不好 不行 不值 不会再 等了 排队 拥挤 混乱 吵 噪音 异味 过期 变质
    没人 没有人 不理 不回 拒绝 可惜 遗憾 担心 害怕 着急 难过 浪费 小气 简陋 陈旧 破旧"""
)
NEGATIONS = _words(
    """not no never without hardly neither nor cannot cant dont didnt isnt wasnt wont doesnt nobody nothing nie
    bez ani nigdy zaden zadna zadnej malo nikt 不 没 没有 别 未 无 不是 不太 不够 并不 毫无 一点不"""
)
STRONGER = _words(
    """very really so too extremely absolutely totally completely bardzo naprawde strasznie mega calkiem zbyt 很
    非常 特别 太 十分 极其 超级 真的 真 挺 相当 实在"""
)
BUT = _words("but however although though ale jednak lecz niestety 但 但是 可是 不过 然而 就是")
