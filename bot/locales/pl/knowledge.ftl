feedback-found = { $n ->
    [0] Nic nie znaleziono.
    [one] 1 cytat:
    [few] { $n } cytaty:
    [many] { $n } cytatów:
   *[other] { $n } cytatu:
  }
reindex-progress = Zindeksowane teksty: { $done } z { $total }
reindex-done = { $n ->
    [one] Zindeksowano 1 tekst.
    [few] Zindeksowano { $n } teksty.
    [many] Zindeksowano { $n } tekstów.
   *[other] Zindeksowano { $n } tekstu.
  }
reindex-locked = Indeks jest otwarty w innym procesie; teksty czekające na indeksowanie: { $n }. Zatrzymaj tamten proces albo pozwól mu to zrobić.
