/** What the command line says of forms, [Chinese, English]; `{name}` is filled in. */
export const formWords = {
  sumDispatch: ['给每个牵头单位生成一份填报表', 'write a form (workbook) for every lead unit to fill in'],
  optFolder: ['写入这个文件夹（默认 dispatch）', 'write into this folder (default: dispatch)'],
  optForce: ['覆盖已有而内容不同的填报表', 'write over forms that are there and differ'],
  dispatched: [
    '已在 {name} 生成 {count} 份填报表和总表，共 {items} 个事项',
    '{count:form|forms} and a list of them written to {name}, with {items:item|items}',
  ],
  dispatchedSome: ['已在 {name} 生成 {count} 份填报表，共 {items} 个事项', '{count:form|forms} written to {name}, with {items:item|items}'],
  formsThere: [
    '{given} 已在，内容不同，可能已经填过；换一个文件夹，或用 --force 覆盖',
    '{given} is there, differs and may have been filled in; take another folder, or --force to write over it',
  ],
  sumCollect: ['收回填报表，登记进台账', 'read forms that came back and record what they report'],
  argForms: ['收回的填报表：文件、文件夹或通配符', 'forms that came back: files, folders or patterns'],
  optYes: ['不询问，直接登记', 'record without asking'],
  collected: [
    '待登记 {count} 条；台账已有 {known} 条，未填 {empty} 行，需核对 {problems} 处',
    '{count} to record; {known} already in the ledger, {empty:line|lines} left empty, {problems:problem|problems}',
  ],
  needsYes: [
    '没有写入：核对后加 --yes 登记到 {name}（共 {count} 条）',
    'nothing was written: look it over, then record {count:report|reports} in {name} with --yes',
  ],
  mayRecord: ['登记这 {count} 条到 {name}？[y/N]', 'record {count:report|reports} in {name}? [y/N]'],
  notRecorded: ['没有登记', 'nothing was recorded'],
  formNear: ['；你是不是要：{names}', '; did you mean: {names}'],
  'form-no-form': ['不是填报表：没有“编号”和“状态”两列', 'no form: the columns 编号 and 状态 are not there'],
  'form-lines-gone': [
    '发出时的事项少了 {text} 行，可能被删；没有行的事项按未填处理',
    '{text} of the lines it was sent with are gone; nothing is recorded for them',
  ],
  'form-no-item': ['这一行没有编号（自行增加的行？）：“{text}”', 'the row has no item number (was it added?): {text}'],
  'form-unknown-item': ['计划里没有事项“{text}”', 'the plan has no item {text}'],
  'form-promise-changed': ['{item} 的承诺内容已变，这份填报表是按旧计划发的', 'the promise of {item} has changed since this form was sent'],
  'form-no-state': ['{item} 填了内容，没有填状态', '{item} is filled in but has no state'],
  'form-bad-state': ['{item} 的状态“{text}”看不懂', 'the state of {item} is not understood: {text}'],
  'form-bad-date': ['{item} 的发生日期“{text}”看不懂', 'the day of {item} is not understood: {text}'],
  'form-day-to-come': ['{item} 的发生日期 {text} 还没有到', 'the day of {item} is still to come: {text}'],
  'form-conflict': ['{item}（{text}）与 {other} 不一致，都没有登记', '{item} ({text}) disagrees with {other}; neither is recorded'],
  'form-later': [
    '{item}（{text}）与台账第 {line} 行（{state}）不一致且不晚于它，没有登记；确要更改用 plan mark',
    '{item} ({text}) would undo line {line} of the ledger ({state}) and is not recorded; use plan mark if it should',
  ],
} as const;
