export-done = { $n ->
    [one] One row
   *[other] { $n } rows
  } exported: { $what }, { $where }, { $days }.
export-nothing = Nothing to export: no { $what }, { $where }, { $days }.
export-detractors = detractors
export-passives = passives
export-promoters = promoters
export-feedback = feedback
export-path = The file: { $path }
export-left = The file could not be sent. It lies on the server in the folder "exports": { $name }
export-without-personal-data = Without personal data: no customer is named, and what names them in a text is taken out.
export-csv-instead = I write CSV only; a spreadsheet opens it.
export-cut = Only the newest { $n } rows; a shorter period holds them all.
