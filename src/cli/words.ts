import type { Lang } from '../base/diagnostic.ts';
import { visible } from '../base/visible.ts';
import { diffWords } from './diff-words.ts';
import { formWords } from './form-words.ts';
import { progressWords } from './progress-words.ts';
import { traceWords } from './trace-words.ts';

/** Everything the command line says itself, [Chinese, English]; `{name}` is filled in. */
const WORDS = {
  ...progressWords,
  ...formWords,
  ...diffWords,
  ...traceWords,
  // help
  about: [
    '读取中文工作计划表（类别、序号、任务内容、一季度…四季度、牵头单位、配合单位），整理成任务和节点并出报告。',
    'Reads Chinese work plans (category, number, task, quarters, lead and support units) and reports on their tasks and milestones.',
  ],
  usage: ['用法：', 'Usage:'],
  arguments: ['参数：', 'Arguments:'],
  options: ['选项：', 'Options:'],
  commandWord: ['命令', 'COMMAND'],
  commands: ['命令：', 'Commands:'],
  examples: ['例：', 'Examples:'],
  optHelp: ['显示帮助', 'show this help'],
  optVersion: ['显示版本', 'show the version'],
  exitStatus: [
    '退出状态：0 无发现；1 有发现（逾期事项、检查结果）；2 用法、输入或内部错误。',
    'Exit status: 0 nothing found, 1 findings (overdue items, check results), 2 usage, input or internal error.',
  ],
  argSources: [
    '文档或已保存的 plan.json；- 表示标准输入；省略则用就近的 plan.json',
    'documents or a saved plan.json; - is standard input; without it the nearest plan.json',
  ],
  argTask: ['任务序号', 'number of the task'],
  argName: ['名称（项目、文件、活动、平台…）', 'a name (project, document, event, platform…)'],
  argShell: ['bash、zsh 或 fish', 'bash, zsh or fish'],
  sumParse: ['读取文档，保存 plan.json，显示摘要', 'read documents, save plan.json, print a summary'],
  sumReport: ['按时段、单位、类别、状态列出节点', 'list milestones by period, unit, category, status'],
  sumOverdue: ['列出逾期节点；有逾期时退出状态为 1', 'list overdue milestones; exit status 1 if there are any'],
  sumCheck: ['检查原文的结构和文字问题', 'check the document for structural and textual defects'],
  sumUnits: ['列出所有单位及其牵头、配合任务', 'list every unit with the tasks it leads and supports'],
  sumTargets: ['列出所有数量目标及其各时段的变化', 'list every quantity with its series over the periods'],
  sumTrace: ['按时段列出提到某个名称的交付事项', 'follow a name through tasks and periods'],
  sumShow: ['完整显示一项任务及每格在原文的位置', 'show one task whole, with the place of each cell'],
  sumSchema: ['输出 plan.json 的 JSON Schema', 'print the JSON Schema of plan.json'],
  sumCompletion: ['输出 shell 补全脚本', 'print a shell completion script'],
  optOutput: ['写入文件（扩展名决定格式）；- 为标准输出', 'write to a file, whose extension picks the format; - is standard output'],
  optFormat: ['输出格式：{formats}', 'output format: {formats}'],
  optPlan: ['使用这个已保存的计划', 'use this saved plan'],
  optYear: ['计划年份（不写则取自文档）', 'year of the plan (else taken from the document)'],
  optColumns: [
    '指明各列含义：表头=角色（无表头时用列号），逗号分隔；角色为序号、类别、任务、期限、牵头、配合、责任人、备注或一季度…（number、content、lead…）',
    'say what columns are: heading=role (a place where there are no headings), comma-separated; roles: number, category, content, deadline, lead, support, person, extra, Q1…',
  ],
  optConfig: ['配置文件（默认用就近的 plan.config.json）', 'configuration (default: the nearest plan.config.json)'],
  optNoConfig: ['不用配置文件', 'use no configuration'],
  optSchemaConfig: ['改为输出 plan.config.json 的 JSON Schema', 'print the JSON Schema of plan.config.json instead'],
  optExplain: [
    '说明怎样读懂文档：方言、各列、推断、行数统计；不保存',
    'explain how the document was read: dialect, columns, inferences, tally; saves nothing',
  ],
  optNoMeaning: ['不读取节点文字里的时间和数量', 'leave out what the texts of milestones mean: times and amounts'],
  optRecords: ['从标准输入逐行读 JSON 文档，逐行输出结果', 'read documents as JSON lines from standard input, write a result a line'],
  optJobs: ['最多用几个线程（默认：处理器的核数）', 'threads to use at most (default: as many as there are cores)'],
  optInputFormat: ['按此格式读取：{formats}', 'read the input as: {formats}'],
  optQuarter: ['季度：Q3、3、三季度、2021Q3', 'quarter: Q3, 3, 三季度, 2021Q3'],
  optPeriod: ['时段：Q3、M07、7月、H1、上半年、year', 'period: Q3, M07, H1, year'],
  optUnit: ['单位全称或别名（不按片段匹配）；可多次给出', 'whole name or alias of a unit (never a substring); may be given several times'],
  optRole: ['单位角色：lead 牵头（默认）、support 配合、any 任一；中英文皆可', 'role of the unit: lead (default), support, any'],
  optCategory: ['类别名称或编号（如 三、3）；可多次给出', 'name or number of a category; may be given several times'],
  optStatus: ['状态，逗号分隔，如 逾期、未报、即将到期：{statuses}', 'statuses, comma-separated: {statuses}'],
  optAsOf: ['统计日期，如 2021-10-01（默认今天）', 'calendar date such as 2021-10-01 (default: today)'],
  optWithin: ['把若干天内到期的列为即将到期，如 15d', 'call soon what is due within this time, such as 15d'],
  optGroupBy: ['分组：category 类别（默认）、unit 单位、period 时段', 'group by category (default), unit, period'],
  optKind: ['交付事项的类型，逗号分隔，如 启动、签署：{kinds}', 'kinds of deliverable, comma-separated: {kinds}'],
  optCommitment: ['承诺程度，逗号分隔：firm 确定、strive 力争、partial 部分', 'commitments, comma-separated: firm, strive, partial'],
  optDueAfter: ['交付事项在这一天或之后到期，如 2021-07-01', 'deliverables due on this day or later, such as 2021-07-01'],
  optDueBefore: ['交付事项在这一天或之前到期，如 2021-09-30', 'deliverables due on this day or earlier, such as 2021-09-30'],
  optText: ['节点（或交付事项）的文字里有这些字', 'the text of the milestone (or deliverable) has these words'],
  optTextTargets: ['指标或交付事项的文字里有这些字', 'the metric or the text of a deliverable has these words'],
  optReportLevel: [
    '每行一个：milestone 节点（默认）、deliverable 交付事项、task 任务',
    'a row each milestone (default), deliverable or task',
  ],
  optFailOnOverdue: [
    '何时退出状态为 1：overdue（默认）、firm（不含力争、持续推进）、late、soon、never',
    'what makes exit status 1: overdue (default), firm (less what is striven for or goes on), late, soon, never',
  ],
  optFailOnCheck: ['何时退出状态为 1：error（默认）、warning、never', 'what makes exit status 1: error (default), warning, never'],
  optLevel: ['只显示这一级及更重的：error、warning、info（默认）', 'show findings of this level and above: error, warning, info (default)'],
  optAccepted: ['也显示配置文件里已接受的发现及理由', 'also show findings that the configuration accepts, with their reasons'],
  optMaxWarnings: ['警告超过此数时退出状态为 1', 'exit status 1 when there are more warnings than this'],
  optExitZero: ['有发现时也以 0 退出', 'exit 0 even with findings'],
  optBrief: ['截短长文字（以 … 标出）', 'cut long cells (visibly, with …)'],
  optAscii: ['用 ASCII 字符画表格线', 'draw borders in ASCII'],
  optNoBom: ['CSV 文件不加 BOM', 'no byte order mark in CSV files'],
  optWidth: ['终端宽度（列）', 'width of the terminal in columns'],
  optColor: ['颜色：auto（默认）、always、never', 'colour: auto (default), always, never'],
  optLang: ['消息语言：zh、en（报表标题默认中文）', 'language of messages: zh, en (report headings are Chinese unless en)'],
  optNames: ['改为列出名称：units、categories、tasks、items、names', 'list names instead: units, categories, tasks, items, names'],
  // usage errors
  badColumns: [
    '--columns 里的“{given}”不对；请写 表头=角色，如 责任处室=牵头；角色有 {choices}、Q1…',
    '{given} in --columns is wrong; write heading=role, such as 责任处室=lead; roles: {choices}, Q1…',
  ],
  unknownColumn: ['没有“{given}”这一列；读到的表头：{found}', 'there is no column {given}; headings found: {found}'],
  badConfig: ['配置文件有误\n{mistakes}', 'mistakes in the configuration\n{mistakes}'],
  configExpected: ['这里应为 {expected}', 'expected {expected}'],
  configTwice: ['“{given}”写了两次', '{given} is written twice'],
  configKey: ['不认识“{given}”；可用：{choices}', 'unknown key {given}; use {choices}'],
  configMissing: ['缺少“{given}”', '{given} is missing'],
  configRole: ['“{given}”不是列的角色；可用：{choices}、Q1…', '{given} is no role of a column; use {choices}, Q1…'],
  configCode: ['没有“{given}”这种检查结果', 'no finding has the code {given}'],
  configEmpty: ['不能为空', 'must not be empty'],
  typeText: ['这里应为文字（写在双引号里）', 'expected a text in double quotes'],
  typeList: ['这里应为列表，如 ["…", "…"]', 'expected a list, such as ["…", "…"]'],
  typeObject: ['这里应为对象，如 { "…": … }', 'expected an object, such as { "…": … }'],
  unknownCommand: ['没有“{given}”这个命令', 'unknown command {given}'],
  unknownOption: ['没有“{given}”这个选项', 'unknown option {given}'],
  missingArgument: ['缺少参数：{given}', 'missing argument: {given}'],
  missingValue: ['选项 {given} 缺少值', 'option {given} needs a value'],
  excessArguments: ['多余的参数：{given}', 'too many arguments: {given}'],
  badValue: ['{option} 的值“{given}”不对；可用：{choices}', 'bad value {given} for {option}; use {choices}'],
  givenTwice: ['选项 {option} 只能写一次', 'option {option} can be given once'],
  notTogether: ['{one} 和 {other} 不能同时用', '{one} and {other} cannot be used together'],
  wrongDash: [
    '“{given}”开头是文字处理软件的破折号，不是选项；请用半角连字符写成 {right}',
    '{given} begins with a dash as word processors write it; type {right} with hyphens',
  ],
  badExtension: [
    '{given} 的扩展名不是能写的格式；可用 {choices}，或用 --format 指定',
    'the extension of {given} is none that can be written; use {choices}, or say --format',
  ],
  badYear: ['“{given}”不是年份；请写成 2021', '{given} is no year; write 2021'],
  savedYear: [
    '已保存的计划年份已定；请用 plan parse 文档 --year {given} 重新读取',
    'the year of a saved plan is settled; read the document anew with plan parse DOCUMENT --year {given}',
  ],
  foreignPlan: [
    '这里的 plan.json 不是本程序保存的计划，没有覆盖；请用 -o 另存，或先把它移开',
    'the plan.json here is no plan of this program and was not overwritten; save with -o elsewhere, or move it away',
  ],
  otherExtension: ['注意：{given} 里写的是 {format} 格式，与扩展名不符', 'note: {given} holds {format}, not what its extension says'],
  taskIsFile: [
    '“{given}”是文件；请先写任务序号：plan show 序号 {given}',
    '{given} is a file; name the task first: plan show NUMBER {given}',
  ],
  overwrites: ['{given} 是要读取的文件，不能同时写入', '{given} is read and cannot be written to as well'],
  badDate: ['“{given}”不是日期；请写成 2021-10-01', '{given} is no date; write 2021-10-01'],
  badPeriod: ['“{given}”不是时段；请写 Q3、三季度、M07、H1 等', '{given} is no period; write Q3, M07, H1…'],
  wrongYear: ['“{given}”不在计划的年份 {year}', '{given} is not in the year of the plan, {year}'],
  unknownUnit: ['计划里没有单位“{given}”', 'the plan has no unit {given}'],
  unknownCategory: ['计划里没有类别“{given}”', 'the plan has no category {given}'],
  unknownName: ['计划里没有提到“{given}”', 'nothing in the plan speaks of {given}'],
  noMeaning: [
    '这份计划保存时没有读取节点的含义（--no-meaning），不能按交付事项查询',
    'this plan was saved without the meaning of its milestones (--no-meaning), so nothing can be asked of its deliverables',
  ],
  noMeaningHint: [
    '请用 plan parse 文档（不加 --no-meaning）重新保存，或把文档写在命令后面。',
    'Save it anew with plan parse DOCUMENT (without --no-meaning), or name the document after the command.',
  ],
  unknownTask: ['计划里没有任务“{given}”', 'the plan has no task {given}'],
  didYouMean: ['你是不是要：{names}', 'Did you mean: {names}'],
  seeHelp: ['用 {command} --help 查看用法。', 'See {command} --help.'],
  noPlan: ['没有给出文档，也没有找到 plan.json', 'no document given, and no plan.json found'],
  noPlanHint: [
    '请先运行 plan parse 文档，或把文档写在命令后面。',
    'Run plan parse DOCUMENT first, or name the document after the command.',
  ],
  binaryToTerminal: [
    '{format} 是二进制格式，不能显示在终端；请加 -o 文件名',
    '{format} is binary and is not written to a terminal; add -o FILE',
  ],
  savedOption: [
    '已保存的计划不再读取文档，{option} 不起作用；请用 plan parse 文档 {option} … 重新读取',
    'a saved plan is not read anew, so {option} has no effect; read the document with plan parse DOCUMENT {option} …',
  ],
  parseSaved: [
    '{given} 是 JSON，不是文档；如果是已保存的计划，可直接用 plan report {given}、plan check {given}',
    '{given} is JSON, not a document; a saved plan is used as it is: plan report {given}, plan check {given}',
  ],
  mixedSources: ['已保存的计划不能和其他文件一起读：{given}', 'a saved plan cannot be read together with other files: {given}'],
  // input and output
  standardOutput: ['标准输出', 'standard output'],
  standardInput: ['标准输入', 'standard input'],
  cannotRead: ['读不了 {name}：{why}', 'cannot read {name}: {why}'],
  cannotWrite: ['写不了 {name}：{why}', 'cannot write {name}: {why}'],
  isDirectory: ['这是文件夹', 'it is a directory'],
  noFolder: ['这是文件，不是文件夹', 'it is a file, not a folder'],
  emptyFolder: ['这是文件夹，其中没有找到文档', 'it is a folder, and no document was found in it'],
  fileTooLarge: ['文件超过了系统允许的大小', 'the file is larger than the system allows'],
  notFound: ['没有这个文件', 'there is no such file'],
  noPermission: ['没有权限', 'permission denied'],
  diskFull: ['磁盘已满', 'the disk is full'],
  noDirectory: ['没有这个文件夹', 'there is no such directory'],
  failedSources: ['{count} 个来源没有读成：{names}', '{count:source|sources} could not be read:{names}'],
  internal: [
    '程序内部错误：{why}。这是 plan 的缺陷，请连同输入报告。',
    'internal error: {why}. This is a defect of plan; please report it with the input.',
  ],
  // summaries
  parsed: [
    '{tasks} 项任务，{milestones} 个节点，{categories} 个类别，{units} 个单位；{year}',
    '{tasks:task|tasks}, {milestones:milestone|milestones}, {categories:category|categories}, {units:unit|units}; {year}',
  ],
  yearIs: ['{year} 年（{from}）', 'year {year} ({from})'],
  yearNone: ['年份未知', 'year unknown'],
  option: ['由选项指定', 'given'],
  stated: ['文中写明', 'stated'],
  inferred: ['推断', 'inferred'],
  readAs: ['{name}：{format} / {dialect} / {encoding}', '{name}: {format} / {dialect} / {encoding}'],
  explainColumns: ['第 {table} 张表的各列：', 'columns of table {table}:'],
  explainInferences: ['推断和发现（{count}）：', 'inferences and findings ({count}):'],
  explainTally: [
    '共读 {rows} 行：任务 {tasks}，表头 {headings}，类别行 {groups}，说明与合计行 {remarks}，空行 {blanks}，其他表 {left}；有字的单元格 {cells} 个：入列 {placed}，多出 {surplus}，在任务以外各行 {others}；由合并格补齐 {filled} 个；有疑问的任务 {unsure} 项',
    '{rows:row|rows}: {tasks:task|tasks}, {headings:heading|headings}, {groups:category row|category rows}, {remarks:remark or total|remarks and totals}, {blanks} blank, {left} of other tables; {cells} cells with text: {placed} in columns, {surplus} too many, {others} in other rows; {filled} filled from merged cells; {unsure:task|tasks} in doubt',
  ],
  saved: ['已保存到 {name}', 'saved to {name}'],
  changedSource: [
    '注意：{name} 在计划保存之后改过；请重新运行 plan parse',
    'note: {name} has changed since the plan was saved; run plan parse again',
  ],
  nextSteps: [
    '接下来可用：\n  plan report{period}\n  plan overdue --unit {unit}',
    'Next:\n  plan report{period}\n  plan overdue --unit {unit}',
  ],
  findingsSummary: [
    '检查发现 {errors} 个错误、{warnings} 个警告、{infos} 个提示；用 plan check 查看',
    '{errors:error|errors}, {warnings:warning|warnings}, {infos:remark|remarks}; see them with plan check',
  ],
  reportSummary: ['{count} 个节点，{tasks} 项任务', '{count:milestone|milestones} in {tasks:task|tasks}'],
  deliverableSummary: ['{count} 个交付事项，{tasks} 项任务', '{count:deliverable|deliverables} in {tasks:task|tasks}'],
  nothingFound: ['没有符合条件的节点', 'no milestone matches'],
  alsoSupports: [
    '{unit}另配合 {count} 项任务（{tasks}）；用 --role support 查看',
    '{unit} also supports {count:task|tasks} ({tasks}); see them with --role support',
  ],
  throughCollective: [
    '其中 {count} 个节点因“{via}”包括{unit}而列入',
    '{count:of them is|of them are} listed because {via} takes in {unit}',
  ],
  undated: [
    '{count} 个节点没有确定的日期，不会列为逾期',
    '{count:milestone has no fixed date and is|milestones have no fixed date and are} never overdue',
  ],
  noMilestones: [
    '这份计划没有写时段和时限，没有可按日期统计的节点；用 plan units、plan show 查看',
    'this plan states no periods or time limits, so nothing falls due; see it with plan units and plan show',
  ],
  withoutMilestones: [
    '另有 {count} 项任务没有写时段和时限，未列出',
    '{count:more task states no period or time limit and is|more tasks state no period or time limit and are} not listed',
  ],
  taskSummary: ['任务 {id}', 'task {id}'],
  checkClean: ['没有发现问题', 'nothing found'],
  acceptedCount: ['；另有 {count} 个已接受（--accepted 查看）', '; {count} accepted (see them with --accepted)'],
  acceptedFor: ['已接受：{reason}', 'accepted: {reason}'],
  acceptedGone: ['接受的发现不再出现，可以删去：{what}', 'this accepted finding no longer occurs and can be removed: {what}'],
  checkSummary: [
    '{errors} 个错误，{warnings} 个警告，{infos} 个提示',
    '{errors:error|errors}, {warnings:warning|warnings}, {infos:remark|remarks}',
  ],
  cause: ['原因', 'cause'],
  remedy: ['处理', 'remedy'],
} as const satisfies Record<string, readonly [string, string]>;

export type CliWord = keyof typeof WORDS;
export type Say = (key: CliWord, data?: Record<string, string | number>) => string;

/**
 * The words of one language as a function; `{name}` is the value of that name, `{count:task|tasks}` the value with the noun that its number
 * asks for.
 */
export function sayIn(lang: Lang): Say {
  return (key, data = {}) =>
    WORDS[key][lang === 'zh' ? 0 : 1].replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
      if (!Object.hasOwn(data, name)) return whole;
      // Names and texts come from documents and files: none may reach a terminal with its control characters.
      const value = visible(String(data[name]));
      return one === undefined ? value : `${value} ${value === '1' ? one : many}`;
    });
}

/** The language of a locale environment: Chinese where it says so, else English. */
export function localeLang(env: Readonly<Record<string, string | undefined>>): Lang {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}

export { FileError, isFileError, UsageError } from './errors.ts';
