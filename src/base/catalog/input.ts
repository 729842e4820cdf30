import type { Catalog } from './words.ts';

/** The input as a whole. */
export const inputWords = {
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
} as const satisfies Catalog;

/** A saved plan that is none. */
export const savedPlanWords = {
  'invalid-plan': {
    severity: 'error',
    zh: ['不是有效的 plan.json：{issues}', '文件被改动过，或由不兼容的版本写成。', '请用 plan parse 重新生成。'],
    en: ['not a valid plan.json: {issues}', 'It was edited, or written by an incompatible version.', 'Make it anew with plan parse.'],
  },
} as const satisfies Catalog;
