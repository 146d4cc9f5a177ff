clarify-unread-scope = I do not know “{ $words }” here. Which place, touchpoint or group do you mean?
clarify-unread-exclusion = I cannot leave { $words } out of a figure. Shall I take everything instead?
clarify-unread-period = “{ $words }” is no time I can count by. Which days do you mean?
clarify-unread-metric = I do not know a score called “{ $words }”. Did you mean this one?
clarify-everything = Everything
