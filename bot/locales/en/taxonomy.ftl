theme-edit-add = Add the theme “{ $name }”?
theme-edit-add-words = Add words to the theme “{ $name }”?
theme-edit-remove-words = Take words out of the theme “{ $name }”?
theme-edit-rename = Rename the theme “{ $name }” to “{ $into }”?
theme-edit-remove = Remove the theme “{ $name }”?
theme-edit-merge = Merge the theme “{ $name }” into “{ $into }”?
theme-edit-effect = { $n ->
    [one] “{ $name }” would be the theme of 1 of { $all } comments ({ $share }): { $gains } more than now, { $loses } fewer.
   *[other] “{ $name }” would be the theme of { $n } of { $all } comments ({ $share }): { $gains } more than now, { $loses } fewer.
  }
theme-edit-done = Done: the taxonomy has changed, and the comments are re-read by it. The earlier version is kept.
theme-edit-later = Done: the taxonomy has changed. There are many comments, so they are re-read in the background. The earlier version is kept.
theme-edit-stale = The taxonomy has changed since I showed you this, so I did nothing. Ask again, and I will show it as things stand now.
theme-edit-unknown = There is no theme called “{ $name }”. Which one do you mean?
theme-edit-exists = There is a theme called “{ $name }” already. You can add words to it.
theme-edit-no-words = “{ $name }” needs at least one word that speaks for it. Which words?
theme-edit-too-many = That is more words than a theme should have (200). Which of them matter for “{ $name }”?
theme-edit-no-change = That would change nothing about “{ $name }”. What should be different?
column-terms-lost = Words taken out
column-terms-gained = Words added
