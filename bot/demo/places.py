"""Where the demo company is: countries, regions, stores, and how much of its traffic each region has."""

from dataclasses import dataclass

WARSAW, LONDON, SHANGHAI, HONG_KONG = "Europe/Warsaw", "Europe/London", "Asia/Shanghai", "Asia/Hong_Kong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A region with its stores and their shares of the region's store traffic; without stores it is online only."""

    name: str
    country: str
    timezone: str
    language: str
    share: float
    """Of all traffic."""
    stores: tuple[tuple[str, float], ...] = ()


NEW_STORE = "Central Park Wrocław"
"""Opened this month: six answers so far."""

COUNTRIES = (("Poland", WARSAW), ("China", SHANGHAI), ("United Kingdom", LONDON))

REGIONS = (
    Region(
        name="Pomorze", country="Poland", timezone=WARSAW, language="pl", share=0.20,
        stores=(("Gdańsk", 0.62), ("Gdynia", 0.38)),
    ),
    Region(
        name="Mazowsze", country="Poland", timezone=WARSAW, language="pl", share=0.19,
        stores=(("Warszawa Centralna", 1.0),),
    ),
    Region(
        name="Wielkopolska", country="Poland", timezone=WARSAW, language="pl", share=0.09, stores=(("Poznań", 1.0),)
    ),
    Region(
        name="Południe", country="Poland", timezone=WARSAW, language="pl", share=0.10,
        stores=(("Kraków", 1.0), (NEW_STORE, 0.0)),
    ),
    Region(
        name="Yorkshire", country="United Kingdom", timezone=LONDON, language="en", share=0.14, stores=(("Leeds", 1.0),)
    ),
    Region(
        name="East China", country="China", timezone=SHANGHAI, language="zh-Hans", share=0.12,
        stores=(("Shanghai Nanjing Road", 1.0),),
    ),
    Region(
        name="South China", country="China", timezone=SHANGHAI, language="zh-Hans", share=0.09,
        stores=(("Shenzhen Nanshan", 1.0),),
    ),
    Region(name="Hong Kong", country="China", timezone=HONG_KONG, language="zh-Hant", share=0.07),
)  # fmt: skip

ZONES = {region.name: region.timezone for region in REGIONS} | {
    store: region.timezone for region in REGIONS for store, _ in region.stores
}
"""The time zone of every region and store."""
