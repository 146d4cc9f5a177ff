import-done = { $read ->
    [one] { $read } row read
   *[other] { $read } rows read
}: { $new } new, { $same } unchanged, { $changed } changed, { $rejected } rejected.
import-rehearsed = Nothing was stored. { $read ->
    [one] { $read } row read
   *[other] { $read } rows read
}: { $new } would be new, { $same } unchanged, { $changed } changed, { $rejected } rejected.
import-rejected = Rejected, { $count ->
    [one] { $count } row
   *[other] { $count } rows
}: { $reason }.
import-rejects-file = The rejected rows, with line numbers and reasons: { $path }
import-unlinked = { $count ->
    [one] { $count } row names an event that is not stored; it is kept without it. Import the events, then this file again.
   *[other] { $count } rows name an event that is not stored; they are kept without it. Import the events, then this file again.
}
import-touchpoints-made = New touchpoints, nobody owns them yet: { $names }.
import-units-made = New units, they belong to no region yet: { $names }.
import-reason-ragged = more or fewer cells than the header has
import-reason-unbalanced-quote = a quotation mark is not closed
import-reason-nul-byte = a zero byte in the row
import-reason-too-long = a cell is too long
import-reason-not-json = not a JSON object
import-reason-no-id = the id is empty
import-reason-duplicate-id = the id stood on an earlier row
import-reason-no-name = the name is empty
import-reason-no-date = the date is empty
import-reason-bad-date = a date that does not exist or is not in the map's format
import-reason-future-date = a date in the future
import-reason-bad-number = not a number
import-reason-off-scale = a score off its scale
import-reason-nothing-said = neither a score nor a text
import-reason-unknown-kind = a kind that is not known
error-file-damaged = The file { $path } is damaged: it ends too early or cannot be unpacked.
error-file-not-text = The file { $path } is not a text file.
error-file-no-header = The file { $path } has no header row.
map-problem-unknown-key = there is no such key
map-problem-missing = it is missing
map-problem-wrong-type = the value has the wrong form
map-problem-wrong-choice = the value is not one of those allowed
map-problem-unknown-zone = there is no such time zone
map-problem-bad-format = this is no date format
map-problem-bad-expression = the expression is not understood
map-problem-empty-scale = the scale's end is not above its beginning
map-problem-unknown-column = the file has no such column
map-problem-column-twice = the file has this column twice
map-problem-not-toml = this is not valid TOML
rollup-equal = The rollups equal the scores.
rollup-differ = { $count ->
    [one] { $count } cell row of the rollups differs from the scores (kept / counted). To correct it: cxbot rollup rebuild
   *[other] { $count } cell rows of the rollups differ from the scores (kept / counted). To correct them: cxbot rollup rebuild
}
rollup-rebuilt = { $count ->
    [0] The rollups were rebuilt; nothing in them was wrong.
    [one] The rollups were rebuilt; { $count } cell row was corrected.
   *[other] The rollups were rebuilt; { $count } cell rows were corrected.
}
