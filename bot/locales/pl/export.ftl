export-done = Wyeksportowano { $n ->
    [one] { $n } wiersz
    [few] { $n } wiersze
    [many] { $n } wierszy
   *[other] { $n } wiersza
  }: { $what }, { $where }, { $days }.
export-nothing = Nie ma czego eksportować: { $what }, { $where }, { $days }.
export-detractors = krytycy
export-passives = obojętni
export-promoters = promotorzy
export-feedback = opinie
export-path = Plik: { $path }
export-left = Nie udało się wysłać pliku. Leży na serwerze w folderze „exports”: { $name }
export-without-personal-data = Bez danych osobowych: nie ma nazwisk klientów, a z tekstów usunięto to, co ich wskazuje.
export-csv-instead = Zapisuję tylko CSV; arkusz kalkulacyjny go otworzy.
export-cut = Tylko najnowsze wiersze ({ $n }); krótszy okres obejmie wszystkie.
