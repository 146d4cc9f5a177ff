"""Small words by language: they tell a language, and they say nothing of what a text is about."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ENGLISH = _words(
    """a about after again all also always am an and any are as at back be because been before but by can could did do
    does for from get got had has have he her here him his how i if in into is it its just me more most my never no not
    now of off on one only or other our out over she so some still such than that the their them then there these they
    this those to too two until up us very was we were what when where which while who why will with would you your
    really good great bad easy nice service everything everyone time staff thanks thank please"""
)
POLISH = _words(
    """a aby albo ale ani az bardzo bez bo by byc byl byla bylo byly chce ci co cos czy dla do gdy gdzie go i ich ile im
    inne ja jak jaka jaki jakie je jego jej jest jestem juz kazdy kiedy kilka kto ktora ktore ktory lub ma mam mi mialem
    mialam mnie moge moj moja mozna na nad nam nas nasz nawet nic nie niz no o od ona one oni oraz po pod poza przed
    przez przy sa sie swoj ta tak taki tam te tego tej ten teraz to tu tych tylko tym u w wiec wszystko wszystkie z za
    zawsze ze zeby dobrze dobra dobry polecam super obsluga zle dziekuje prosze niestety troche"""
)
CHINESE = frozenset("的了是我在也都很就和不有你他她它们这那个着过把被给到说要会能吗呢吧啊呀之其与及而但或又还")
"""Characters that carry no topic."""

OTHERS = _words(
    """que nao para uma com os dos das pelo pela muito mas foi meu minha produto ainda tambem por isso el la los las del
    una con pero muy esta este como todo servicio der die das und ist nicht ein eine mit sehr ich wir auf zu den von im
    auch nur le les des est pas pour avec tres je vous nous une sur dans du il elle et mais plus bien di che non per
    sono molto het een niet van voor"""
) - (ENGLISH | POLISH)
"""Of languages we do not speak, without marks: enough to know that a text is none of ours."""

EMPTY = (ENGLISH - _words("good great bad easy nice service time staff")) | (
    POLISH - _words("dobrze dobra dobry super obsluga zle")
)
"""Words without a topic."""
