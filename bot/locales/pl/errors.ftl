error-unknown-metric = Nie znam wskaźnika „{ $name }”.
error-unknown-metric-nearest = Nie znam wskaźnika „{ $name }”. Może chodzi o: { $nearest }?
error-unknown-dimension = Wyników nie da się podzielić według „{ $name }”.
error-unknown-dimension-nearest = Wyników nie da się podzielić według „{ $name }”. Może chodzi o: { $nearest }?
error-unknown-group = Nie znam takiej nazwy: „{ $name }” ({ $dimension ->
    [touchpoint] { dimension-touchpoint }
    [channel] { dimension-channel }
    [segment] { dimension-segment }
    [unit] { dimension-unit }
    [store] { dimension-store }
    [region] { dimension-region }
    [country] { dimension-country }
    [persona] { dimension-persona }
    [journey] { dimension-journey }
    [stage] { dimension-stage }
    [theme] { dimension-theme }
    [language] { dimension-language }
    [source] { dimension-source }
   *[other] { $dimension }
  }).
error-unknown-group-nearest = Nie znam takiej nazwy: „{ $name }” ({ $dimension ->
    [touchpoint] { dimension-touchpoint }
    [channel] { dimension-channel }
    [segment] { dimension-segment }
    [unit] { dimension-unit }
    [store] { dimension-store }
    [region] { dimension-region }
    [country] { dimension-country }
    [persona] { dimension-persona }
    [journey] { dimension-journey }
    [stage] { dimension-stage }
    [theme] { dimension-theme }
    [language] { dimension-language }
    [source] { dimension-source }
   *[other] { $dimension }
  }). Może chodzi o: { $nearest }?
error-unknown-period = Nie rozumiem okresu „{ $text }”. Spróbuj na przykład: „2026-03”, „2026-Q1”, „last_month” albo „last_30d”.
error-no-data = Nie ma jeszcze żadnych odpowiedzi. Zaimportujesz je poleceniem: cxbot import PLIK --map MAPA.toml
error-nothing-there = Nie ma na to żadnych odpowiedzi w żadnym okresie ({ $names }).
error-nothing-in-period = W tym okresie nie ma odpowiedzi. Najbliższy dzień z odpowiedziami: { $nearest }.
error-bad-map = Błąd w mapie, miejsce „{ $name }”: { $problem }.
error-bad-map-nearest = Błąd w mapie, miejsce „{ $name }”: { $problem }. Może chodzi o: { $nearest }?
error-file-missing = Nie ma pliku { $path }.
error-file-empty = Plik { $path } jest pusty.
error-file-unreadable = Nie da się odczytać pliku { $path }.
error-unknown-setting = Nie ma ustawienia { $name }.
error-unknown-setting-nearest = Nie ma ustawienia { $name }. Może chodzi o: { $nearest }?
error-bad-setting = Ustawienie { $key } jest błędne: { $problem }.
error-schema-newer = Bazę danych zapisał nowszy cxbot (schemat { $revision }). Zaktualizuj cxbot.
error-database-unusable = Nie da się otworzyć bazy danych { $where } albo nie jest to baza cxbota.
error-source-data = Część zaimportowanych danych nie ma sensu; ostatni import musi sprawdzić administrator.
error-person-unknown = Nie znam osoby „{ $name }”.
error-person-unknown-nearest = Nie znam osoby „{ $name }”. Może chodzi o: { $nearest }?
error-home-not-empty = W folderze { $home } są już dane inne niż firma demonstracyjna. Wybierz pusty folder: CXBOT_HOME=FOLDER cxbot demo
error-incident = Coś poszło nie tak po mojej stronie; zapisane pod numerem { $incident }. Twoje pytanie nie przepadło.
error-empty = Nie widzę tu żadnych słów. Zapytaj o wynik albo o to, co mówią klienci, lub wpisz „pomoc”.
error-nothing-but-variant = Nie ma tam odpowiedzi dla { $metric }, ale są dla: { $others }. Zadano je w innej skali, więc ich nie łączę: zapytaj o tę miarę po nazwie.
error-bad-definition = Definicja miary jest błędna w miejscu „{ $name }”: { $problem }.
error-bad-definition-nearest = Definicja miary jest błędna w miejscu „{ $name }”: { $problem }. Może chodziło o { $nearest }?
error-database-failed = Baza danych nie mogła tego teraz zrobić: { $problem }. Nic nie zostało zmienione; spróbuj ponownie.
error-bad-line = Ten wiersz nie jest pytaniem: potrzebny jest obiekt JSON z polem „text”, a „now” – jeśli podane – jako data i czas ISO.
