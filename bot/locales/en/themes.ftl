themes-most = { $all ->
    [0] No comments to read ({ $where }, { $days }).
    [one] What the 1 comment is about ({ $where }, { $days }):
   *[other] What the { $all } comments are about ({ $where }, { $days }):
  }
themes-new = { $n ->
    [0] No theme has grown by more than chance explains ({ $where }, { $days }, { $all } comments read).
    [one] 1 theme has grown by more than chance explains ({ $where }, { $days }, { $all } comments read):
   *[other] { $n } themes have grown by more than chance explains ({ $where }, { $days }, { $all } comments read):
  }
themes-rule = counted by the terms of the taxonomy (version { $version }); a comment may have several themes; change against { $base }
column-theme = Theme
column-texts = Comments
column-share = Share
column-negative = Negative
theme-grew = growing
themes-junk = { $n ->
    [one] left out: 1 comment that says nothing or was said before
   *[other] left out: { $n } comments that say nothing or were said before
  }
column-negative-change = Negative, change
