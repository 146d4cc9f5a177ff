metric-contacted-in-time-name = Contacted in time
metric-contacted-in-time-definition = Of the cases whose customer was to hear from us in the period, the share where that happened in time: within 4 hours where it is critical, 24 hours where it is high, else within the time to resolve it. A case nobody contacted counts on the day its time ran out.
metric-resolved-in-time-name = Resolved in time
metric-resolved-in-time-definition = Of the cases that were resolved in the period or whose time ran out in it, the share resolved within five working days by the calendar of their unit. Each case counts once.
metric-recovery-rate-name = Recovery rate
metric-recovery-rate-definition = Of the customers who answered, a week after their case was closed, whether it is solved, the share who said yes. Those who did not answer are not counted.
metric-repeat-complaints-name = Repeat complaints
metric-repeat-complaints-definition = Of the cases opened in the period, the share whose customer had opened another one in the 90 days before. Lower is better.
metric-backlog-age-name = Backlog age (days)
metric-backlog-age-definition = The mean age in days of the cases that were open at the end of the period, from their opening; a period that still runs ends with the newest day anything is known of. Cases of more than 365 days count as 365. Lower is better.
counted-cases = { $n ->
    [one] 1 case
   *[other] { $n } cases
  }
