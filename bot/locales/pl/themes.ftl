themes-most = { $all ->
    [0] Brak opinii do przeczytania ({ $where }, { $days }).
    [one] Czego dotyczy 1 opinia ({ $where }, { $days }):
    [few] Czego dotyczą { $all } opinie ({ $where }, { $days }):
    [many] Czego dotyczy { $all } opinii ({ $where }, { $days }):
   *[other] Czego dotyczy { $all } opinii ({ $where }, { $days }):
  }
themes-new = { $n ->
    [0] Żaden temat nie urósł bardziej, niż tłumaczy przypadek ({ $where }, { $days }, przeczytane opinie: { $all }).
    [one] 1 temat urósł bardziej, niż tłumaczy przypadek ({ $where }, { $days }, przeczytane opinie: { $all }):
    [few] { $n } tematy urosły bardziej, niż tłumaczy przypadek ({ $where }, { $days }, przeczytane opinie: { $all }):
    [many] { $n } tematów urosło bardziej, niż tłumaczy przypadek ({ $where }, { $days }, przeczytane opinie: { $all }):
   *[other] { $n } tematu urosło bardziej, niż tłumaczy przypadek ({ $where }, { $days }, przeczytane opinie: { $all }):
  }
themes-rule = liczone według haseł taksonomii (wersja { $version }); opinia może mieć kilka tematów; zmiana względem: { $base }
column-theme = Temat
column-texts = Opinie
column-share = Odsetek
column-negative = Negatywne
theme-grew = rośnie
themes-junk = { $n ->
    [one] pominięto: 1 opinia, która nic nie mówi albo się powtarza
    [few] pominięto: { $n } opinie, które nic nie mówią albo się powtarzają
    [many] pominięto: { $n } opinii, które nic nie mówią albo się powtarzają
   *[other] pominięto: { $n } opinii, które nic nie mówią albo się powtarzają
  }
column-negative-change = Negatywne, zmiana
