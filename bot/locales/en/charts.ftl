chart-trend-real = { $about }, by { $grain }: from { $first } ({ $first-when }) to { $last } ({ $last-when }), a real change; lowest { $lowest } ({ $lowest-when }), highest { $highest } ({ $highest-when }).
chart-trend-noise = { $about }, by { $grain }: from { $first } ({ $first-when }) to { $last } ({ $last-when }), within noise; lowest { $lowest } ({ $lowest-when }), highest { $highest } ({ $highest-when }).
chart-trend-undecided = { $about }, by { $grain }: from { $first } ({ $first-when }) to { $last } ({ $last-when }), too few answers to tell that from noise; lowest { $lowest } ({ $lowest-when }), highest { $highest } ({ $highest-when }).
chart-trend-plain = { $about }, by { $grain }: from { $first } ({ $first-when }) to { $last } ({ $last-when }); lowest { $lowest } ({ $lowest-when }), highest { $highest } ({ $highest-when }).
chart-trend-one = { $about }, by { $grain }: { $value } ({ $when }); nothing else has enough answers to be drawn.
chart-series = { $about }, by { $grain }: at the end { $ends }.
chart-named = { $name } { $value }
chart-bars = { $about }, by { $by }: highest { $highest } ({ $high }), lowest { $lowest } ({ $low }).
chart-bars-one = { $about }, by { $by }: only { $highest } ({ $high }) has enough answers.
chart-distribution = { $about }: the most frequent answer is { $answer } ({ $share }).
chart-mentions = “{ $query }”: { $n } of { $all } comments ({ $where }, { $days })
chart-counts = { $about }; most often { $when } ({ $n }).
chart-counts-none = { $about }.
chart-hour = { $days }, { $hour }
chart-too-few = { $about }: too few answers to draw ({ $n } in all). I show no value below 5.
chart-gaps = { $n ->
    [one] 1 of { $all } points is left blank: too few answers there.
   *[other] { $n } of { $all } points are left blank: too few answers there.
  }
chart-coarser = By { $asked } that would be too many points to read, so I drew it by { $grain }.
chart-events = Events: { $names }
chart-event = { $name } ({ $when })
chart-interval-trend = band: 95% interval
chart-interval-bars = line: 95% interval
chart-interval-distribution = line: 95% interval
chart-title = { $about }, by { $by }
chart-latin = Chinese letters cannot be drawn here: an administrator can install the fonts extra.
chart-few = too few
