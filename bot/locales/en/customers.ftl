customer-headline = Customer { $key }
customer-named = { $name } (customer { $key })
customer-facts = { $facts }
customer-since = Customer since { $day }.
customer-contact = Contact: { $contact }
customer-last = Last: { $event }
customer-event = { $kind }, { $at }, { $where }
customer-event-value = { $kind }, { $at }, { $where }, { $value }
customer-orders = { $n ->
    [0] No orders among the last events.
    [one] 1 order among the last events:
   *[other] { $n } orders among the last events:
  }
customer-complaints = Yes: { $n } of { $all } comments or scores were bad.
customer-no-complaints = No complaint so far, in { $all ->
    [one] 1 comment or score
   *[other] { $all } comments or scores
  }.
customer-last-contact = Last contact: { $at }.
customer-never = We have no contact with them on record.
customer-cases = { $n ->
    [0] No open case that you may see.
    [one] Open case: { $numbers }.
   *[other] Open cases: { $numbers }.
  }
customer-consent = Agreed to: { $yes }. Not agreed to: { $no }.
customer-scores = Scores, newest first: { $scores }.
customer-basis = from { $events ->
    [one] 1 event
   *[other] { $events } events
  } and { $feedback ->
    [one] 1 piece of feedback
   *[other] { $feedback } pieces of feedback
  } on record
customer-unknown = I know no customer “{ $name }”. Try the customer number or the full name.
customer-unknown-here = Among the customers you may see there is none called “{ $name }”.
