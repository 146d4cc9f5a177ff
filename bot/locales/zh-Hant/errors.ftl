error-unknown-metric = 沒有叫「{ $name }」的指標。
error-unknown-metric-nearest = 沒有叫「{ $name }」的指標。您是指 { $nearest } 嗎？
error-unknown-dimension = 分數不能依「{ $name }」拆分。
error-unknown-dimension-nearest = 分數不能依「{ $name }」拆分。您是指 { $nearest } 嗎？
error-unknown-group = 找不到「{ $name }」（{ $dimension ->
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
error-unknown-group-nearest = 找不到「{ $name }」（{ $dimension ->
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
  }）。您是指 { $nearest } 嗎？
error-unknown-period = 我看不懂期間「{ $text }」。請試試「2026-03」、「2026-Q1」、「last_month」或「last_30d」。
error-no-data = 目前還沒有回答。請先匯入：cxbot import 檔案 --map 對應表.toml
error-nothing-there = { $names }在任何期間都沒有相關回答。
error-nothing-in-period = 這段期間沒有回答。最近一個有回答的日子是{ $nearest }。
error-bad-map = 對應表的「{ $name }」有誤：{ $problem }。
error-bad-map-nearest = 對應表的「{ $name }」有誤：{ $problem }。您是指 { $nearest } 嗎？
error-file-missing = 沒有檔案 { $path }。
error-file-empty = 檔案 { $path } 是空的。
error-file-unreadable = 無法讀取檔案 { $path }。
error-unknown-setting = 沒有 { $name } 這項設定。
error-unknown-setting-nearest = 沒有 { $name } 這項設定。您是指 { $nearest } 嗎？
error-bad-setting = 設定 { $key } 有誤：{ $problem }。
error-schema-newer = 資料庫由較新版本的 cxbot 寫入（結構版本 { $revision }）。請更新 cxbot。
error-database-unusable = 資料庫 { $where } 無法開啟，或不是 cxbot 的資料庫。
error-source-data = 部分匯入的資料有問題，需要管理員檢查最近一次匯入。
error-person-unknown = 我不認識「{ $name }」。
error-person-unknown-nearest = 我不認識「{ $name }」。您是指 { $nearest } 嗎？
error-home-not-empty = { $home } 中已有示範公司以外的資料。請選擇一個空資料夾：CXBOT_HOME=資料夾 cxbot demo
error-incident = 我這邊出了問題，已記錄，編號 { $incident }。您的問題已保留。
error-empty = 我沒有收到文字。您可以問分數、問顧客的心聲，或輸入「幫助」。
error-nothing-but-variant = 那裡沒有 { $metric } 的回答，但有 { $others } 的回答。它們用的是另一種量表，所以我不會混在一起：請用它的名稱來問。
error-bad-definition = 指標定義在「{ $name }」處有誤：{ $problem }。
error-bad-definition-nearest = 指標定義在「{ $name }」處有誤：{ $problem }。您是想說 { $nearest } 嗎？
error-database-failed = 資料庫現在無法完成：{ $problem }。沒有任何改動，請再試一次。
error-bad-line = 這一行不是問題：需要帶有 “text” 的 JSON 物件；若有 “now”，須為 ISO 時間。
