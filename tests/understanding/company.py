"""A vocabulary like that of the demo company, written down by hand, and customers it knows."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from bot.people import Person, Role
from bot.store.vocabulary import Entry, Vocabulary

NOW = datetime(2026, 11, 20, 11, 0, tzinfo=UTC)
"""A Friday, noon in Warsaw."""


def entry(kind: str, name: str, *synonyms: str) -> Entry:
    return Entry(kind=kind, name=name, texts=(name, *synonyms))


COMPANY = Vocabulary(
    entries=(
        Entry(kind="store", name="Gdańsk", texts=("Gdańsk", "Danzig", "格但斯克"), parent="North"),
        entry("store", "Gdynia", "格丁尼亚"),
        entry("store", "Kraków", "Cracow", "Krakow", "克拉科夫"),
        entry("store", "Poznań", "波兹南"),
        entry("store", "Warszawa Centralna", "华沙中央"),
        entry("store", "Central Park Wrocław"),
        entry("store", "Leeds", "利兹"),
        entry("store", "Shanghai Nanjing Road", "上海南京路"),
        entry("store", "Shenzhen Nanshan", "深圳南山"),
        entry("region", "North", "Pomorze", "region północny", "北区"),
        entry("region", "South", "region południowy", "南区"),
        entry("country", "Poland", "Polska", "波兰"),
        entry("country", "China", "Chiny", "中国"),
        entry("country", "United Kingdom", "UK", "England", "Wielka Brytania", "英国"),
        entry("touchpoint", "checkout", "kasa", "结账", "till"),
        entry(
            "touchpoint",
            "self-service checkout",
            "kasy samoobsługowe",
            "kasa samoobsługowa",
            "自助结账",
            "self checkout",
        ),
        entry("touchpoint", "delivery", "dostawa", "courier delivery", "kurier", "配送", "送货", "快递"),
        entry("touchpoint", "parcel locker pickup", "odbiór w paczkomacie", "paczkomat", "快递柜", "parcel locker"),
        entry("touchpoint", "store pickup", "odbiór w sklepie", "门店自提", "click and collect"),
        entry("touchpoint", "login", "logowanie", "登录", "sign in"),
        entry("touchpoint", "return form", "formularz zwrotu", "退货表单"),
        entry("touchpoint", "onboarding e-mail", "mail powitalny", "欢迎邮件", "welcome email"),
        entry("touchpoint", "chat bot answer", "odpowiedź czatbota", "聊天机器人回答", "chatbot"),
        entry("touchpoint", "call centre", "infolinia", "客服热线", "客服中心", "call center", "hotline"),
        entry("touchpoint", "invoice", "faktura", "发票"),
        entry("journey", "onboarding"),
        entry("journey", "purchase", "zakup", "购买"),
        entry("journey", "after-sales", "posprzedaż", "售后"),
        entry("journey", "returns", "zwroty", "退货"),
        entry("journey", "support", "wsparcie", "obsługa", "支持"),
        entry("segment", "new", "nowi", "新"),
        entry("segment", "business", "biznesowi", "企业"),
        entry("segment", "key accounts", "kluczowi", "大客户"),
        entry("persona", "Busy Parent", "zapracowany rodzic", "忙碌父母"),
        entry("persona", "Bargain Hunter", "łowca okazji", "捡便宜的人"),
        *(
            entry("channel", name)
            for name in ("web", "app", "store", "sms", "telegram", "email", "phone", "chat", "locker")
        ),
        *(entry("source", name) for name in ("pos", "crm", "web shop", "survey", "reviews", "telegram")),
        entry("named_event", "release 4.2", "wydanie 4.2", "4.2 版本", "version 4.2"),
        entry("named_event", "courier switch", "zmiana kuriera", "更换快递"),
        entry("named_event", "courier training", "szkolenie kurierów", "快递培训"),
        entry("named_event", "call centre training", "szkolenie infolinii", "客服培训"),
        *(entry("person", name) for name in ("Marta Nowak", "Marta Zielińska", "Tomasz", "Ola", "李娜", "王总")),
        *(entry("team", name) for name in ("delivery", "call centre", "returns")),
    )
)


class FewCustomers:
    """Knows three customers."""

    def known(self, candidates: Sequence[str]) -> Mapping[str, str]:
        """Give those of the three that are asked for."""
        known = {"10482": "10482", "张伟": "张伟", "anna kowalska": "Anna Kowalska"}
        return {one: known[one] for one in candidates if one in known}


def person(role: str) -> Person:
    return Person(key=role, name=role, role=Role(role), timezone="Europe/Warsaw", unit="Gdańsk")
