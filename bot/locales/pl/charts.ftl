chart-trend-real = { $about }, podział: { $grain }. Od { $first } ({ $first-when }) do { $last } ({ $last-when }), rzeczywista zmiana; najniżej { $lowest } ({ $lowest-when }), najwyżej { $highest } ({ $highest-when }).
chart-trend-noise = { $about }, podział: { $grain }. Od { $first } ({ $first-when }) do { $last } ({ $last-when }), to mieści się w szumie; najniżej { $lowest } ({ $lowest-when }), najwyżej { $highest } ({ $highest-when }).
chart-trend-undecided = { $about }, podział: { $grain }. Od { $first } ({ $first-when }) do { $last } ({ $last-when }), za mało odpowiedzi, żeby odróżnić to od szumu; najniżej { $lowest } ({ $lowest-when }), najwyżej { $highest } ({ $highest-when }).
chart-trend-plain = { $about }, podział: { $grain }. Od { $first } ({ $first-when }) do { $last } ({ $last-when }); najniżej { $lowest } ({ $lowest-when }), najwyżej { $highest } ({ $highest-when }).
chart-trend-one = { $about }, podział: { $grain }. { $value } ({ $when }); poza tym wszędzie jest za mało odpowiedzi, żeby coś narysować.
chart-series = { $about }, podział: { $grain }. Na końcu { $ends }.
chart-named = { $name } { $value }
chart-bars = { $about }, podział: { $by }. Najwyżej { $highest } ({ $high }), najniżej { $lowest } ({ $low }).
chart-bars-one = { $about }, podział: { $by }. Tylko { $highest } ({ $high }) ma dość odpowiedzi.
chart-distribution = { $about }: najczęstsza odpowiedź to { $answer } ({ $share }).
chart-mentions = „{ $query }”: { $n } z { $all ->
    [one] 1 komentarza
    [few] { $all } komentarzy
    [many] { $all } komentarzy
   *[other] { $all } komentarzy
  } ({ $where }, { $days })
chart-counts = { $about }; najczęściej { $when } ({ $n }).
chart-counts-none = { $about }.
chart-hour = { $days }, godz. { $hour }
chart-too-few = { $about }: za mało odpowiedzi, żeby narysować wykres (razem { $n }). Poniżej 5 odpowiedzi nie pokazuję wartości.
chart-gaps = { $n ->
    [one] 1 z { $all } punktów jest pusty: było tam za mało odpowiedzi.
    [few] { $n } z { $all } punktów są puste: było tam za mało odpowiedzi.
    [many] { $n } z { $all } punktów jest pustych: było tam za mało odpowiedzi.
   *[other] { $n } z { $all } punktów jest pustych: było tam za mało odpowiedzi.
  }
chart-coarser = Przy podziale „{ $asked }” punktów byłoby za dużo, więc rysuję z podziałem „{ $grain }”.
chart-events = Wydarzenia: { $names }
chart-event = { $name } ({ $when })
chart-interval-trend = pasmo: przedział 95%
chart-interval-bars = kreska: przedział 95%
chart-interval-distribution = kreska: przedział 95%
chart-title = { $about }, podział: { $by }
chart-latin = Nie da się tu narysować chińskich znaków: administrator może doinstalować dodatek fonts.
chart-few = za mało
