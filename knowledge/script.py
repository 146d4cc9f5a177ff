"""Chinese characters: which script they are of, and traditional ones as their simplified form."""

import re

HAN = re.compile(r"[㐀-䶿一-鿿]")
"""One Chinese character."""

_PAIRS = (
    "這这個个們们來来時时會会後后對对說说過过還还沒没為为國国學学開开關关門门問问間间見见現现話话電电車车東东長长"
    "發发經经動动員员務务業业樂乐買买賣卖貨货費费錢钱價价貴贵質质量量單单訂订購购換换貼贴壞坏舊旧新新處处"
    "理理點点態态慢慢態态讓让請请謝谢認认識识記记論论評评語语讀读寫写聽听歡欢喜喜愛爱親亲氣气冷冷熱热飯饭餐餐"
    "館馆廳厅廁厕房房間间樓楼層层隊队排排遲迟運运輸输遞递達达邊边進进遠远連连選选適适週周難难雖虽雙双離离題题"
    "願愿類类顧顾額额風风飛飞驚惊驗验體体魚鱼鳥鸟麗丽麼么黃黄龍龙龜龟齊齐網网絡络線线終终結结給给統统細细紅红"
    "約约級级紙纸紹绍組组維维綠绿緊紧總总聯联聲声職职腦脑臉脸與与興兴舉举萬万葉叶著着藥药號号蟲虫補补裝装製制"
    "複复規规覺觉觀观試试詳详誤误調调談谈講讲證证設设許许訴诉誰谁變变豐丰負负責责財财貝贝賬账資资賓宾贊赞趕赶"
    "較较輕轻輛辆轉转農农郵邮鄉乡醫医釋释裡里針针鐘钟鐵铁鎖锁錯错鍵键鏡镜陽阳陰阴陳陈陸陆險险隨随雜杂雞鸡雲云"
    "靈灵靜静響响頁页項项順顺預预頭头頻频顏颜顯显飲饮餓饿養养馬马騙骗鬆松鬧闹鮮鲜麥麦麵面齒齿億亿優优傷伤債债"
    "傳传價价儘尽億亿兒儿內内兩两凍冻劃划劉刘則则剛刚創创劇剧勝胜勞劳勢势區区華华協协卻却參参吳吴啟启喚唤嗎吗"
    "員员嘆叹嚴严圍围園园圓圆圖图團团執执場场報报塊块填填墊垫墻墙壓压壽寿夠够夢梦夾夹奪夺奮奋婦妇媽妈實实寧宁"
    "審审寬宽將将專专尋寻導导屆届屬属岡冈島岛師师帳账帶带幣币幫帮幹干幾几庫库應应張张強强彈弹當当錄录徑径從从"
    "復复徵征德德恆恒悅悦惡恶惱恼愛爱慶庆憂忧懷怀懶懒戰战戲戏戶户拋抛挾挟捨舍掃扫掛挂採采揚扬損损搖摇搶抢摺折"
    "撥拨擇择擊击擋挡據据擠挤擔担擴扩擺摆攝摄數数敵敌斷断無无舊旧曬晒書书條条楊杨極极構构樣样標标樹树橋桥機机"
    "檢检欄栏權权歲岁歷历歸归殘残殺杀殼壳氣气決决況况洩泄涼凉淚泪淨净測测湯汤準准溫温滅灭滿满漢汉潔洁澤泽濃浓"
    "濕湿濟济灣湾災灾為为烏乌煙烟煩烦燈灯燒烧營营爐炉爭争爺爷牆墙狀状獨独獲获環环產产異异畫画療疗瘋疯癢痒盜盗"
    "盡尽監监盤盘盧卢眾众睜睁瞭了礎础禮礼禍祸種种稱称穩稳窮穷競竞筆笔節节範范築筑簡简簽签籃篮籤签糧粮糾纠純纯"
    "紛纷納纳紐纽練练絕绝絲丝綁绑綜综綫线緣缘編编緩缓縣县縮缩績绩織织繞绕繼继續续罰罚罷罢羅罗義义習习聖圣聞闻"
    "膚肤膠胶臨临臺台舖铺艙舱蘇苏蘋苹蘭兰虛虚蝦虾術术衛卫衝冲襪袜襯衬覽览觸触計计訊讯討讨訓训託托訪访詞词詢询"
    "該该詐诈誠诚誇夸課课諒谅諮咨謊谎賠赔賞赏賴赖贈赠躍跃軟软載载輔辅輪轮辦办辭辞邏逻鄰邻醜丑釣钓鈕钮鈔钞鉛铅"
    "銀银銷销鋪铺鋼钢錶表鍋锅鏈链闆板閃闪閉闭閒闲閱阅闊阔隱隐隻只霧雾韓韩頂顶領领頸颈顆颗飄飘飽饱餅饼騎骑驅驱"
    "髒脏鬍胡魯鲁鹹咸麽么黨党鼓鼓齡龄退退店店"
)
_TRADITIONAL = {old: new for old, new in zip(_PAIRS[::2], _PAIRS[1::2], strict=True) if old != new}
_ONLY_TRADITIONAL = frozenset(_TRADITIONAL)
_ONLY_SIMPLIFIED = frozenset(_TRADITIONAL.values()) - frozenset("周着里后干面松台谷只了制复准表咸胡冲征舍丑托板")
"""Simplified forms that are no character of their own in traditional texts."""

SIMPLIFIED = str.maketrans(_TRADITIONAL)
"""For `str.translate`: the commonest traditional characters as simplified ones, one for one."""


def is_traditional(text: str) -> bool:
    """Say whether more of its telling characters are traditional than simplified."""
    letters = set(text)
    return len(letters & _ONLY_TRADITIONAL) > len(letters & _ONLY_SIMPLIFIED)
