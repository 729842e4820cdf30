import type { Catalog } from './words.ts';

/** The year, rows and columns, characters. */
export const tableWords = {
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
  'repeated-unit': {
    severity: 'warning',
    zh: ['单位“{name}”在这项任务里出现了两次', '同一格写了两遍，或既牵头又配合。', '请核对，删去一处或改为应写的单位。'],
    en: [
      'unit {name} is named twice in this task',
      'It stands twice in one cell, or both leads and supports.',
      'Remove one, or name the unit that is meant.',
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
} as const satisfies Catalog;
