error-unknown-metric = 没有叫“{ $name }”的指标。
error-unknown-metric-nearest = 没有叫“{ $name }”的指标。您是指 { $nearest } 吗？
error-unknown-dimension = 分数不能按“{ $name }”拆分。
error-unknown-dimension-nearest = 分数不能按“{ $name }”拆分。您是指 { $nearest } 吗？
error-unknown-group = 没有找到“{ $name }”（{ $dimension ->
    [touchpoint] { dimension-touchpoint }
    [channel] { dimension-channel }
    [segment] { dimension-segment }
    [unit] { dimension-unit }
    [store] { dimension-store }
    [region] { dimension-region }
    [country] { dimension-country }
    [persona] { dimension-persona }
    [journey] { dimension-journey }
    [stage] { dimension-stage }
    [theme] { dimension-theme }
    [language] { dimension-language }
    [source] { dimension-source }
   *[other] { $dimension }
  }）。
error-unknown-group-nearest = 没有找到“{ $name }”（{ $dimension ->
    [touchpoint] { dimension-touchpoint }
    [channel] { dimension-channel }
    [segment] { dimension-segment }
    [unit] { dimension-unit }
    [store] { dimension-store }
    [region] { dimension-region }
    [country] { dimension-country }
    [persona] { dimension-persona }
    [journey] { dimension-journey }
    [stage] { dimension-stage }
    [theme] { dimension-theme }
    [language] { dimension-language }
    [source] { dimension-source }
   *[other] { $dimension }
  }）。您是指 { $nearest } 吗？
error-unknown-period = 我看不懂时间段“{ $text }”。请试试“2026-03”、“2026-Q1”、“last_month”或“last_30d”。
error-no-data = 目前还没有回答。请先导入：cxbot import 文件 --map 映射.toml
error-nothing-there = { $names }在任何时间段都没有相关回答。
error-nothing-in-period = 这段时间没有回答。最近一个有回答的日子是{ $nearest }。
error-bad-map = 映射文件的“{ $name }”有误：{ $problem }。
error-bad-map-nearest = 映射文件的“{ $name }”有误：{ $problem }。您是指 { $nearest } 吗？
error-file-missing = 没有文件 { $path }。
error-file-empty = 文件 { $path } 是空的。
error-file-unreadable = 无法读取文件 { $path }。
error-unknown-setting = 没有 { $name } 这项设置。
error-unknown-setting-nearest = 没有 { $name } 这项设置。您是指 { $nearest } 吗？
error-bad-setting = 设置 { $key } 有误：{ $problem }。
error-schema-newer = 数据库由更新版本的 cxbot 写入（结构版本 { $revision }）。请升级 cxbot。
error-database-unusable = 数据库 { $where } 无法打开，或不是 cxbot 的数据库。
error-source-data = 部分导入的数据有问题，需要管理员检查最近一次导入。
error-person-unknown = 我不认识“{ $name }”。
error-person-unknown-nearest = 我不认识“{ $name }”。您是指 { $nearest } 吗？
error-home-not-empty = { $home } 中已有演示公司以外的数据。请选择一个空文件夹：CXBOT_HOME=文件夹 cxbot demo
error-incident = 我这边出了问题，已记录，编号 { $incident }。您的问题已保留。
error-empty = 我没有收到文字。您可以问分数、问客户的声音，或输入“帮助”。
error-nothing-but-variant = 那里没有 { $metric } 的回答，但有 { $others } 的回答。它们用的是另一种量表，所以我不会混在一起：请用它的名称来问。
error-bad-definition = 指标定义在“{ $name }”处有误：{ $problem }。
error-bad-definition-nearest = 指标定义在“{ $name }”处有误：{ $problem }。您是想说 { $nearest } 吗？
error-database-failed = 数据库现在无法完成：{ $problem }。没有任何改动，请再试一次。
error-bad-line = 这一行不是问题：需要带有 “text” 的 JSON 对象；如果有 “now”，须为 ISO 时间。
