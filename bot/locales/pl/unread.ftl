clarify-unread-scope = Nie znam tu nazwy „{ $words }”. Jakie miejsce, punkt styku lub grupę masz na myśli?
clarify-unread-exclusion = Nie umiem pominąć w wyniku: { $words }. Czy mam wziąć całość?
clarify-unread-period = „{ $words }” to nie jest czas, który umiem policzyć. O jakie dni chodzi?
clarify-unread-metric = Nie znam wskaźnika „{ $words }”. Czy chodzi o ten?
clarify-everything = Całość
