"""The staff of the demo company. Of all their names only "Marta" fits two."""

from bot.people import Role
from bot.store.people import NewPerson

MANAGER, SUPPORT_AGENT, PRODUCT_OWNER = "katarzyna.wojcik", "jakub.kaminski", "zofia.dabrowska"
SUPPORT_TEAM = "call centre"

_WARSAW, _SHANGHAI = "Europe/Warsaw", "Asia/Shanghai"


def staff() -> tuple[NewPerson, ...]:
    """List everybody, with a Slack and a Telegram name each."""
    return tuple(
        NewPerson(
            key=one.key, name=one.name, role=one.role, language=one.language, timezone=one.timezone, unit=one.unit,
            teams=one.teams, leads=one.leads, default_for_role=one.default_for_role,
            handles=(f"slack:U0DEMO{number:02}", f"telegram:{100_000 + number}"),
        )
        for number, one in enumerate(_STAFF, start=1)
    )  # fmt: skip


def _default(key: str, name: str, role: Role, *, unit: str | None = None, teams: tuple[str, ...] = ()) -> NewPerson:
    return NewPerson(key=key, name=name, role=role, timezone=_WARSAW, unit=unit, teams=teams, default_for_role=True)


def _agent(key: str, name: str, *, team: str, leads: bool = False, unit: str | None = None) -> NewPerson:
    return NewPerson(
        key=key, name=name, role=Role.SUPPORT_AGENT, language="pl", timezone=_WARSAW, unit=unit, teams=(team,),
        leads=team if leads else None,
    )  # fmt: skip


def _store(key: str, name: str, unit: str, *, language: str = "pl", timezone: str = _WARSAW) -> NewPerson:
    return NewPerson(
        key=key, name=name, role=Role.STORE_MANAGER, language=language, timezone=timezone, unit=unit,
        teams=("store service",),
    )  # fmt: skip


_STAFF = (
    _default(MANAGER, "Katarzyna Wójcik", Role.MANAGER),
    _default("piotr.lewandowski", "Piotr Lewandowski", Role.REGIONAL_MANAGER, unit="Pomorze"),
    _default("agnieszka.mazur", "Agnieszka Mazur", Role.STORE_MANAGER, unit="Gdańsk", teams=("store service",)),
    _default(SUPPORT_AGENT, "Jakub Kamiński", Role.SUPPORT_AGENT, teams=(SUPPORT_TEAM,)),
    _default(PRODUCT_OWNER, "Zofia Dąbrowska", Role.PRODUCT_OWNER),
    _default("michal.wisniewski", "Michał Wiśniewski", Role.ANALYST),
    _default("pawel.grabowski", "Paweł Grabowski", Role.ADMIN),
    _agent("marta.nowak", "Marta Nowak", team="delivery", leads=True),
    _agent("marta.zielinska", "Marta Zielińska", team="store service", unit="Gdańsk"),
    _agent("tomasz", "Tomasz", team="call centre", leads=True),
    _agent("ola", "Ola", team="returns", leads=True),
    _store("li.na", "李娜", "Shanghai Nanjing Road", language="zh-Hans", timezone=_SHANGHAI),
    NewPerson(
        key="wang.zong", name="王总", role=Role.REGIONAL_MANAGER, language="zh-Hans", timezone=_SHANGHAI, unit="China"
    ),
    _store("grzegorz.kaczmarek", "Grzegorz Kaczmarek", "Gdynia"),
    _store("magdalena.pawlak", "Magdalena Pawlak", "Kraków"),
    _store("lukasz.sikora", "Łukasz Sikora", "Poznań"),
    _store("joanna.baran", "Joanna Baran", "Warszawa Centralna"),
    _store("dorota.szewczyk", "Dorota Szewczyk", "Central Park Wrocław"),
    _store("emily.carter", "Emily Carter", "Leeds", language="en", timezone="Europe/London"),
    _store("chen.xiaoming", "陈晓明", "Shenzhen Nanshan", language="zh-Hans", timezone=_SHANGHAI),
)  # fmt: skip
