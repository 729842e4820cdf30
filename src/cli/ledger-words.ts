/** What the command line says of the ledger, [Chinese, English]; `{name}` is filled in. */
export const ledgerWords = {
  recorded: ['已登记 {count} 条到 {name}', '{count:report|reports} recorded in {name}'],
  wouldRecord: ['将登记 {count} 条到 {name}', '{count:report|reports} would be recorded in {name}'],
  dryRun: ['试运行：没有写入任何内容', 'dry run: nothing was written'],
  ledgerProblems: [
    '台账 {name} 有 {count} 行需要核对：plan ledger --verify',
    '{count:line|lines} of the ledger {name} need a look: plan ledger --verify',
  ],
  ledgerSound: ['台账 {name} 共 {count} 行，没有问题', 'the ledger {name} has {count:line|lines} and nothing is wrong with it'],
  ledgerLines: ['台账 {name}：{count} 条', 'ledger {name}: {count:report|reports}'],
  ledgerEncoding: [
    '台账 {name} 原为 {encoding} 编码，已改存为 UTF-8，内容不变',
    'the ledger {name} was encoded as {encoding} and is now UTF-8, its lines unchanged',
  ],
  notLedger: ['{given} 不是台账：首行没有“事项”和“状态”两列', '{given} is no ledger: its first line lacks the columns 事项 and 状态'],
  ledgerColumns: [
    '台账 {given} 缺少列：{columns}；请补上表头后再登记',
    'the ledger {given} lacks the columns {columns}; add their headings, then record again',
  ],
  noSuchLedger: ['没有台账 {given}', 'there is no ledger {given}'],
  noSuchLedgerHint: ['用 plan mark 事项 状态 登记第一条。', 'Record a first report with plan mark ITEM STATE.'],
  badState: ['“{given}”不是状态（{choices}）；写法：plan mark 事项… 状态', '{given} is no state ({choices}); write plan mark ITEM… STATE'],
  unknownItem: [
    '计划里没有事项“{given}”（写法如 17、17.Q3、17.Q3.2、3-8.Q3）',
    'the plan has no item {given} (write 17, 17.Q3, 17.Q3.2, 3-8.Q3)',
  ],
  dayToCome: ['{given} 还没有到（今天是 {today}）', '{given} is still to come (today is {today})'],
  usageMark: ['<事项...> <状态> [选项]', '<item...> <state> [options]'],
  argMarked: [
    '事项，最后一个词是状态（未开始、推进中、已完成、滞后、调整、取消）；事项写作 17（任务）、17.Q3（节点）、17.Q3.2（交付事项）、3-8.Q3（范围）',
    'items, and the state last (done, ongoing, delayed, adjusted, cancelled, not-started, or 已完成…); items are 17 (task), 17.Q3 (milestone), 17.Q3.2 (deliverable), 3-8.Q3 (range)',
  ],
  sumMark: ['在台账里登记进展', 'record progress in the ledger'],
  sumLedger: ['查看或核对台账', 'show the ledger, or verify it'],
  argItems: [
    '事项：17（任务）、17.Q3（节点）、17.Q3.2（交付事项）、3-8.Q3（范围）',
    'items: 17 (task), 17.Q3 (milestone), 17.Q3.2 (deliverable), 3-8.Q3 (range)',
  ],
  optOn: ['从哪一天起如此（默认今天）', 'the day it became true (default: today)'],
  optBy: ['登记人（默认 $PLAN_USER，否则 $USER）', 'who records it (default: $PLAN_USER, else $USER)'],
  optValue: ['完成值', 'value reached'],
  optNote: ['说明', 'a note'],
  optEvidence: ['佐证：链接或文件名', 'evidence: a link or the name of a file'],
  optDryRun: ['只显示，不写入', 'show only, write nothing'],
  optLedger: ['台账文件（默认为 plan.json 旁的 ledger.csv）', 'the ledger (default: ledger.csv beside plan.json)'],
  optVerify: ['核对每一行，有问题时退出状态为 1', 'verify every line; exit status 1 if anything is wrong'],
  optKnown: ['按这一天已经登记的情况（默认按现在）', 'as it was known on this day (default: now)'],
} as const;
