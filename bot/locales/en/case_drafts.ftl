draft-headline = Draft to customer { $customer }, in { $language }; not sent:
case-letter = { $text }
draft-fell-back = The customer writes { $language }; I have no sentences in that language, so this is English.
draft-promises = It promises an answer in time and nothing else: no money, no exception.
draft-several = { $n ->
    [one] 1 customer fits { $name }. Which one?
   *[other] { $n } customers fit { $name }. Which one?
  }
draft-nobody = I find no customer { $name } that you may write to.
reply-preview = Send this to customer { $customer } in their chat (case { $number })?
reply-sent = Sent to customer { $customer }. Their answer comes back to case { $number }.
reply-nothing-drafted = There is no draft of yours in case { $number }. Ask for one, or say “reply: …” with your own words.
reply-no-consent = Customer { $customer } asked not to be contacted, so I send nothing.
reply-no-chat = Customer { $customer } has no chat with us, so I cannot send it. There is { $ways } on file; tell me when you have spoken to them.
reply-no-way = Customer { $customer } has no chat with us, and no phone or e-mail is on file.
reply-way-phone = a phone number
reply-way-email = an e-mail address
draft-hello-named = Hello { $name },
draft-hello = Hello,
draft-sorry = thank you for telling us, and we are sorry that it went wrong.
draft-sorry-deep = we are truly sorry. This is not how it should have been, and you were right to tell us.
draft-about = It is about what you told us on { $day } ({ $touchpoint }).
draft-learn = We are looking into what happened, step by step.
draft-until = You will hear from us by { $day }.
draft-soon = You will hear from us soon.
draft-warm = Thank you for your patience.
draft-bye = Kind regards, { $name }
