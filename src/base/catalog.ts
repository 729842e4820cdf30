/**
 * The words of every diagnostic: [message, cause, remedy] in Chinese and English, and how serious it is. `{name}` is filled from the
 * diagnostic's data. `error`: values may be wrong or the input cannot be used; `warning`: look at it; `info`: what was inferred or tidied.
 */
export const catalog = {
  // -- the input as a whole
  'empty-input': {
    severity: 'error',
    zh: ['文件是空的', '没有任何内容可读。', '请检查文件是否保存完整。'],
    en: ['the file is empty', 'There is nothing to read.', 'Check that the file was saved completely.'],
  },
  'not-text': {
    severity: 'error',
    zh: [
      '这不是能读的文本：{what}',
      '内容不是 UTF-8、UTF-16、GB18030 或 Big5 文本，也不是能识别的文档格式。',
      '请检查是否给错了文件；如果是文档，请另存为 .docx、.xlsx 或 UTF-8 文本。',
    ],
    en: [
      'this is no readable text: {what}',
      'The bytes are neither UTF-8, UTF-16, GB18030 or Big5 text nor a document format known here.',
      'Check that this is the right file; save a document as .docx, .xlsx or UTF-8 text.',
    ],
  },
  'legacy-format': {
    severity: 'error',
    zh: [
      '这种格式不能直接读取：{what}',
      '旧版或其他办公软件的格式，内容无法可靠地取出。',
      '请用 Word 或 WPS 打开，另存为 .docx（表格存为 .xlsx）后再试。',
    ],
    en: [
      'this format cannot be read directly: {what}',
      'It is a format of older or other office programs, whose content cannot be taken out reliably.',
      'Open it in Word or WPS and save it as .docx (a workbook as .xlsx).',
    ],
  },
  'encrypted-file': {
    severity: 'error',
    zh: ['文件设有打开密码', '内容已加密，没有密码无法读取。', '请在 Office 或 WPS 中打开，去掉密码后另存。'],
    en: ['the file is protected by a password', 'Its content is encrypted.', 'Open it in Office or WPS and save it without the password.'],
  },
  pdf: {
    severity: 'error',
    zh: [
      'PDF 不能直接读取',
      'PDF 只记录文字画在哪里，没有表格的行列。',
      '请用 Word 或 WPS 把它转换为 .docx，或把表格复制到 Excel 或文本文件后再试。',
    ],
    en: [
      'PDF cannot be read directly',
      'A PDF says where characters are drawn, not which rows and columns they belong to.',
      'Convert it to .docx with the office program, or copy the table into a workbook or a text file.',
    ],
  },
  'damaged-file': {
    severity: 'error',
    zh: ['文件已损坏，无法打开：{what}', '内容不完整或结构有误，可能是下载或复制中断。', '请重新获取文件，或用原软件打开后另存一份。'],
    en: [
      'the file is damaged: {what}',
      'It is incomplete or malformed, perhaps because a download or a copy was cut short.',
      'Get the file again, or open and save it in the program that made it.',
    ],
  },
  'no-table': {
    severity: 'error',
    zh: [
      '没有找到工作计划表',
      '没有任何一行像表头（序号、任务内容、一季度…、牵头单位等），也没有带“牵头单位：”的编号条目。',
      '请检查是否给错了文件；如果表头用了少见的词，可用 --columns 指明各列。',
    ],
    en: [
      'no plan table was found',
      'No row looks like a heading (number, task, quarters, lead unit…), and there are no numbered items with unit labels.',
      'Check that this is the right file; for unusual headings say what each column is with --columns.',
    ],
  },
  'no-task': {
    severity: 'warning',
    zh: ['有表头，但没有任务行', '表头之后没有数据行。', '请检查文件是否被截断。'],
    en: ['there is a heading but no task row', 'No data row follows the heading.', 'Check whether the file was cut off.'],
  },
  'too-large': {
    severity: 'error',
    zh: ['{what}太大：{size}，上限 {limit}', '为防止耗尽内存，超过上限的内容不解开。', '请拆分文件，或另存为较小的文件后再试。'],
    en: [
      '{what} is too large: {size}, the limit is {limit}',
      'Content beyond the limit is not unpacked, to keep memory bounded.',
      'Split the file or save a smaller one.',
    ],
  },
  'invalid-bytes': {
    severity: 'warning',
    zh: ['有 {count} 处字节不是有效的 {encoding}', '文件损坏或混用了编码；无法辨认的字节显示为 �。', '请用原软件重新保存为 UTF-8。'],
    en: [
      '{count} byte sequence(s) are not valid {encoding}',
      'The file is damaged or mixes encodings; unreadable bytes are shown as �.',
      'Save it again as UTF-8 from the program that made it.',
    ],
  },
  'unclosed-quote': {
    severity: 'warning',
    zh: [
      '第 {line} 行的引号没有结束',
      '这一格以双引号开头，后面却没有与它配对的双引号；已把引号当作文字，按行分开。',
      '请补上或删去这个双引号；格内的双引号要写两次。',
    ],
    en: [
      'the quotation mark in line {line} is never closed',
      'The cell begins with a quotation mark that has no partner; it was taken as text, and rows end at line ends.',
      'Add or remove the mark; inside a cell a quotation mark is written twice.',
    ],
  },
  'hidden-sheet': {
    severity: 'info',
    zh: ['隐藏的工作表“{sheet}”没有读入', '工作表被设为隐藏。', '如果需要它的内容，请取消隐藏后保存。'],
    en: ['the hidden sheet {sheet} was left out', 'The sheet is set to hidden.', 'Unhide it and save if its content is needed.'],
  },
  'span-limit': {
    severity: 'warning',
    zh: ['合并单元格的跨度 {span} 超出表格，已按 {limit} 处理', '文档声明的跨行或跨列数不可信。', '请核对这一格合并了哪些行列。'],
    en: [
      'a merged cell spans {span}, beyond its table; taken as {limit}',
      'The span that the document declares cannot be true.',
      'Check which rows and columns this cell covers.',
    ],
  },
  'reading-failed': {
    severity: 'error',
    zh: [
      '这份文档没有读成：{why}',
      '读取时程序出错，或内存不足；其他文档不受影响。',
      '请单独读取这个文件，或把它拆小；如果仍然不行，这是 plan 的缺陷，请连同文件报告。',
    ],
    en: [
      'reading this document failed: {why}',
      'The program failed at it, or memory ran out; other documents are not affected.',
      'Read this file by itself, or split it; if that fails too, it is a defect of plan: please report it with the file.',
    ],
  },
  'invalid-record': {
    severity: 'error',
    zh: ['这一行不是有效的记录', '每行应是一个 JSON 对象，含 text，或 base64 和 name。', '请检查产生这些行的程序。'],
    en: [
      'this line is no valid record',
      'Each line must be a JSON object with text, or with base64 and name.',
      'Check the program that writes these lines.',
    ],
  },
  // -- the year
  'year-inferred': {
    severity: 'info',
    zh: ['年份推断为 {year}：{from}', '文档没有写明这是哪一年的计划。', '如果不对，请用 --year 指定。'],
    en: ['the year is inferred as {year}: {from}', 'The document does not state which year it plans.', 'If this is wrong, give --year.'],
  },
  'year-unknown': {
    severity: 'warning',
    zh: ['不知道是哪一年的计划，截止日期无法计算', '标题和正文里都没有可用的年份。', '请用 --year 指定。'],
    en: ['the year is unknown, so no due date can be computed', 'Neither the title nor the cells state a year.', 'Give --year.'],
  },
  // -- rows and columns
  'missing-cell': {
    severity: 'warning',
    zh: ['这一行缺少{columns}', '原表该格为空、被合并或在转成文本时丢失。', '请对照原表核对这一行各格的位置。'],
    en: [
      'this row lacks {columns}',
      'The cell was empty, merged, or lost when the table became text.',
      'Compare the cells of this row with the original.',
    ],
  },
  'surplus-cell': {
    severity: 'warning',
    zh: ['这一行比表头多 {count} 格：{text}', '单元格里可能有竖线，或者行与行粘在一起。', '请对照原表；多出的文字保留在“其他”中。'],
    en: [
      'this row has {count} more cell(s) than the heading: {text}',
      'A cell may hold a bar, or two rows ran together.',
      'Compare with the original; the surplus text is kept under 其他.',
    ],
  },
  'ambiguous-columns': {
    severity: 'warning',
    zh: [
      '“{text}”可能在“{column}”，也可能在“{other}”',
      '文本里空格和合并格的位置已丢失，两种读法都说得通。',
      '请对照原表；必要时在文本里补上空格子。',
    ],
    en: [
      '“{text}” may stand under {column} or under {other}',
      'The positions of empty and merged cells are lost in this text, and both readings make sense.',
      'Compare with the original; add the empty cells to the text where needed.',
    ],
  },
  'guessed-column': {
    severity: 'warning',
    zh: ['“{column}”的内容取自{from}', '该格在文本中为空，推断它与相邻行是合并单元格。', '请对照原表核对。'],
    en: [
      'the value of {column} is taken from {from}',
      'The cell is empty here; it is inferred to be merged with its neighbour.',
      'Compare with the original.',
    ],
  },
  'unplaced-text': {
    severity: 'warning',
    zh: ['这段文字没有放进任何一格：{text}', '它在表格之内，但不属于任何一行。', '请对照原表核对。'],
    en: ['this text belongs to no cell: {text}', 'It stands within the table but fits no row.', 'Compare with the original.'],
  },
  'left-out-row': {
    severity: 'info',
    zh: ['这一行是合计或说明，不是任务：{text}', '合计、注释等行不作任务。', '如果是任务，请在原表中给它序号和责任单位。'],
    en: [
      'this row is a total or a remark, no task: {text}',
      'Totals and notes make no task.',
      'If it is a task, give it a number and a unit in the source.',
    ],
  },
  'no-heading': {
    severity: 'warning',
    zh: ['表格没有表头，各列含义是推断的：{columns}', '第一行就是数据。', '请核对；可用 --columns 指明各列。'],
    en: [
      'the table has no heading; its columns are inferred: {columns}',
      'The first row is already data.',
      'Check them; say what each column is with --columns.',
    ],
  },
  'unknown-heading': {
    severity: 'warning',
    zh: [
      '不认识表头“{heading}”，按内容当作 {role}',
      '表头用词少见，含义由该列的内容推断。',
      '请核对；可用 --columns 指明，如 --columns {heading}={role}。',
    ],
    en: [
      'heading {heading} is unknown; by its cells it is taken for {role}',
      'The word is unusual, so its meaning is told by what stands below.',
      'Check it; say it with --columns, such as --columns {heading}={role}.',
    ],
  },
  'unused-progress': {
    severity: 'info',
    zh: [
      '表里的“{columns}”列没有用作进展',
      '它说的是填表时的情况；到期的节点仍按“到期未报”统计。',
      '该列内容保留在任务里，可用 plan show 查看。',
    ],
    en: [
      'the column {columns} of the table is not used as progress',
      'It tells how things stood when the table was filled in; milestones that are due still count as unreported.',
      'Its text is kept with the tasks; see it with plan show.',
    ],
  },
  'literal-bar': {
    severity: 'info',
    zh: ['“{text}”里的竖线算作文字，不算分列', '这条竖线两侧没有空格，按分列算则多出一格。', '如果它是分列，请在两侧加空格。'],
    en: [
      'the bar in “{text}” is taken as text, not as a column border',
      'It has no spaces around it, and the row would have one cell too many.',
      'If it is a border, put spaces around it.',
    ],
  },
  'duplicate-number': {
    severity: 'warning',
    zh: ['序号 {number} 重复，编号改为 {id}', '同一序号前面已经用过（或序号从头另起）。', '请核对原文的序号；以 {id} 称呼这一条。'],
    en: [
      'number {number} is used again; this task is called {id}',
      'The same number stands further up, or numbering starts anew.',
      'Check the number in the original; call this task {id}.',
    ],
  },
  'number-gap': {
    severity: 'warning',
    zh: ['序号从 {before} 跳到 {after}', '中间的行可能丢失，或序号写错。', '请对照原表核对是否漏行。'],
    en: [
      'numbers jump from {before} to {after}',
      'Rows may be missing in between, or a number is wrong.',
      'Compare with the original for lost rows.',
    ],
  },
  'other-table': {
    severity: 'info',
    zh: ['这张表不是工作计划，没有读入：{text}', '表头里没有任务列。', '如果它是计划，请用 --columns 指明各列。'],
    en: [
      'this table is no plan and was left out: {text}',
      'Its heading has no task column.',
      'If it is a plan, say what its columns are with --columns.',
    ],
  },
  // -- characters
  'stray-newline': {
    severity: 'info',
    zh: ['{column}一格里有多余的换行', '原表该格末尾有空段落。', '不影响读取；可在原表中删去空段落。'],
    en: [
      'stray line break in the cell of {column}',
      'The original cell ends in an empty paragraph.',
      'Harmless here; delete the empty paragraph in the original.',
    ],
  },
  'stray-space': {
    severity: 'info',
    zh: ['{column}一格的汉字之间有空格：{text}', '多为换行或分段留下的痕迹。', '请核对原文这里是否缺了标点或分段。'],
    en: [
      'space between Chinese characters in {column}: {text}',
      'Usually left over from a line or paragraph break.',
      'Check whether punctuation or a paragraph break is missing.',
    ],
  },
  'invisible-character': {
    severity: 'warning',
    zh: [
      '{column}一格里有看不见的字符：{names}',
      '零宽字符、控制字符或改变书写方向的字符会使查找失败，也可能掩盖真实文字。',
      '请在原文中删除这些字符。',
    ],
    en: [
      'invisible character(s) in {column}: {names}',
      'Zero-width, control or direction characters defeat searches and can hide the real text.',
      'Delete them in the original.',
    ],
  },
  'unbalanced-quote': {
    severity: 'warning',
    zh: ['引号或括号不成对：{mark}', '缺少与它配对的另一半。', '请核对原文，补上或删去。'],
    en: ['unbalanced quotation mark or bracket: {mark}', 'Its other half is missing.', 'Check the original; add or remove one.'],
  },
  'mixed-separators': {
    severity: 'warning',
    zh: [
      '单位之间混用分隔符：{marks}',
      '同一格里既用{marks}；已都当作分隔。',
      '请核对是否漏写或另有层次（如“财政厅，省国资委”表示主次）。',
    ],
    en: [
      'units are separated by different marks: {marks}',
      'One cell mixes {marks}; each was taken as a separator.',
      'Check whether the marks mean different levels.',
    ],
  },
  'lookalike-unit': {
    severity: 'warning',
    zh: ['单位“{name}”与“{other}”相似', '可能是同一单位的不同写法，或夹有形近字符。', '如为同一单位，请统一写法。'],
    en: [
      'unit {name} looks like {other}',
      'They may be one unit spelt in two ways, or hold look-alike characters.',
      'If they are one unit, spell it one way.',
    ],
  },
  'unread-limit': {
    severity: 'info',
    zh: ['没有读出期限：{text}', '这里没有能算出日期的写法；这项任务不会算作逾期。', '请写明日期，如“6月底前”“2024年6月30日”。'],
    en: [
      'no day could be read from this limit: {text}',
      'Nothing in it gives a day; the task never counts as overdue.',
      'Write a date, such as 6月底前 or 2024年6月30日.',
    ],
  },
  'impossible-date': {
    severity: 'warning',
    zh: ['“{text}”不是能成立的日期', '日历上没有这一天（或时间写法无法理解）。', '请核对原文的日期。'],
    en: ['“{text}” is no possible date', 'The calendar has no such day, or the phrase cannot be read.', 'Check the date in the original.'],
  },
  // -- what the cells say
  'date-outside-period': {
    severity: 'error',
    zh: ['“{text}”（{date}）不在本栏期间 {first} 至 {last} 之内', '时间写错，或内容放错了栏。', '请核对时间，或把这一句移到对应的栏。'],
    en: [
      '“{text}” ({date}) lies outside the period of its column, {first} to {last}',
      'The date is wrong, or the text stands in the wrong column.',
      'Check the date, or move the sentence to its column.',
    ],
  },
  'duplicate-in-cell': {
    severity: 'error',
    zh: ['同一格里写了两遍：{text}', '多半是复制粘贴所致。', '请删去一处，或改成另一项。'],
    en: ['written twice in one cell: {text}', 'Most likely pasted twice.', 'Remove one of them.'],
  },
  'near-duplicate-in-cell': {
    severity: 'warning',
    zh: ['同一格里两处似指同一事物：{text} / {other}', '名称长短不同，可能重复或先后矛盾。', '请核对是否为同一事项。'],
    en: [
      'two places of one cell seem to mean the same thing: {text} / {other}',
      'One name is longer; the cell may repeat or contradict itself.',
      'Check whether they are one.',
    ],
  },
  'start-and-finish-in-cell': {
    severity: 'warning',
    zh: ['同一格里既启动又完成：{text} / {other}', '两处似为同一工作。', '请核对对象是否不同，或分列两个时段。'],
    en: [
      'one cell both begins and finishes: {text} / {other}',
      'Both seem to be the same work.',
      'Check whether they differ, or spread them over two periods.',
    ],
  },
  'identical-cells': {
    severity: 'warning',
    zh: ['与任务 {task} 的 {period} 栏完全相同', '可能是复制后未改。', '请核对本栏内容。'],
    en: ['the same text as task {task}, {period}', 'Perhaps copied and not changed.', 'Check what this period is to bring.'],
  },
  'near-duplicate-cells': {
    severity: 'info',
    zh: ['与本任务 {period} 栏几乎相同', '只差几个字，看不出进展。', '请核对是否需要写明阶段目标。'],
    en: ['nearly the same text as {period} of this task', 'Only a few characters differ.', 'Check whether the periods should differ.'],
  },
  'phase-backwards': {
    severity: 'warning',
    zh: ['{period} 已完成（{other}），此处又启动：{text}', '先后次序颠倒，或指不同的事。', '请核对时段或写明区别。'],
    en: ['finished in {period} ({other}), and begun here: {text}', 'The order is reversed, or two things are meant.', 'Check the periods.'],
  },
  'goal-without-milestone': {
    severity: 'warning',
    zh: ['任务目标没有对应的节点：{text}', '各栏都没有提到它，无从督查。', '请补上节点，或从任务中去掉。'],
    en: [
      'no milestone speaks of this goal: {text}',
      'None of the periods mentions it, so it cannot be followed.',
      'Add a milestone, or leave the goal out.',
    ],
  },
  'goal-not-reached': {
    severity: 'warning',
    zh: ['任务要求建成“{name}”，节点却没有完成它：{text}', '最后提到它（或先前除外的部分）时仍在进行。', '请核对目标与节点是否一致。'],
    en: [
      'the task is to complete “{name}”, but a milestone leaves it unfinished: {text}',
      'Where it, or a part excepted before, is mentioned last, it still goes on.',
      'Check goal and milestones against each other.',
    ],
  },
  'cross-task-conflict': {
    severity: 'warning',
    zh: ['“{name}”在任务 {task} 中只是力争：{text}', '同一工程在两项任务里的承诺不一致。', '请统一两处的要求。'],
    en: [
      'task {task} only strives for “{name}”: {text}',
      'Two tasks promise the same work with different firmness.',
      'Make both say the same.',
    ],
  },
  'name-variant': {
    severity: 'warning',
    zh: ['“{name}”与“{other}”可能是同一名称', '只差一两个字、次序或书名号。', '请核对，统一写法；确属不同请忽略。'],
    en: [
      '“{name}” and “{other}” may be one name',
      'They differ in a character or two, their order or their marks.',
      'Check and spell them alike, if they are one.',
    ],
  },
  'anaphor-mismatch': {
    severity: 'warning',
    zh: ['这里说“{word}”，任务说的是“{own}”', '指代与任务名称不符，可能是套用别处的文字。', '请核对并统一。'],
    en: [
      'this says {word}, the task says {own}',
      'The word does not fit the task; perhaps it was copied from another.',
      'Check and make both alike.',
    ],
  },
  'owner-missing': {
    severity: 'warning',
    zh: ['没有写明归属：{text}', '相邻任务写明了归属，如：{other}。', '请补上是哪里的、谁的。'],
    en: ['does not say whose: {text}', 'Sibling tasks do, such as: {other}.', 'Add whose it is.'],
  },
  'missing-support-unit': {
    severity: 'warning',
    zh: ['没有配合单位，相邻任务（{tasks}）都是 {units}', '可能漏填。', '请核对配合单位。'],
    en: ['no support unit, while its neighbours ({tasks}) all have {units}', 'Perhaps left out.', 'Check the support units.'],
  },
  'task-without-verb': {
    severity: 'info',
    zh: ['任务没有写明要做什么', '只有名称，没有动作。', '请补上动词，如“建成”“推进”。'],
    en: ['the task does not say what is to be done', 'It names a thing and no action.', 'Add what is to be done with it.'],
  },
  // -- saved plans
  'invalid-plan': {
    severity: 'error',
    zh: ['不是有效的 plan.json：{issues}', '文件被改动过，或由不兼容的版本写成。', '请用 plan parse 重新生成。'],
    en: ['not a valid plan.json: {issues}', 'It was edited, or written by an incompatible version.', 'Make it anew with plan parse.'],
  },
} as const satisfies Record<
  string,
  { severity: 'error' | 'warning' | 'info'; zh: readonly [string, string, string]; en: readonly [string, string, string] }
>;
