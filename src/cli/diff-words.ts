/** What the command line says of the comparison of two versions, [Chinese, English]; `{name}` is filled in. */
export const diffWords = {
  sumDiff: ['按含义对比计划的两个版本；有差异时退出状态为 1', 'compare two versions of a plan by meaning; exit status 1 if they differ'],
  argOld: ['旧版：文档或已保存的 plan.json', 'the old version: a document or a saved plan.json'],
  argNew: ['新版：文档或已保存的 plan.json', 'the new version: a document or a saved plan.json'],
  optUnitDiff: [
    '只看这个单位（在任一版牵头或配合）的任务；可多次给出',
    'only tasks that this unit leads or supports in either version; may be given several times',
  ],
  optOnly: ['只看这些变化，逗号分隔，如 推迟、弱化：{kinds}', 'only these changes, comma-separated: {kinds}'],
  bothStandardInput: ['标准输入只能读一次；请把一个版本写成文件', 'standard input can be read once; name a file for one of the versions'],
  noDifference: ['两个版本含义相同', 'the two versions mean the same'],
  noneShown: [
    '没有所选的变化；两个版本另有 {count} 处差异',
    'none of these changes; the versions differ in {count:place|places} otherwise',
  ],
  diffNone: ['两版含义相同：{old} 项任务', 'the two versions mean the same: {old:task|tasks}'],
  diffSummary: [
    '{count} 处差异（类别 {categories}，任务 {tasks}，交付事项 {items}）；旧版 {old} 项任务：未变 {same}，有变化 {changed}，取消 {dropped}；新版 {now} 项：另新增 {added}',
    '{count:difference|differences} ({categories} of categories, {tasks} of tasks, {items} of deliverables); old: {old:task|tasks} = {same} same + {changed} changed + {dropped} dropped; new: {now} = {same} + {changed} + {added} added',
  ],
  diffShown: ['按条件显示其中 {count} 处', '{count} of them shown'],
  diffKinds: ['变化：{kinds}', 'changes: {kinds}'],
  diffDoubtful: [
    '{count} 处是否同一事项存疑（相似度低于 65%），请核对',
    '{count:match|matches} in doubt (less than 65 % alike): please look',
  ],
  diffUnplaced: [
    '{count} 处所在任务的分列在读取时存疑（用 plan check 查看），差异可能来自读取',
    '{count:difference is|differences are} in tasks whose columns are in doubt (see plan check) and may come from the reading',
  ],
  diffFlat: [
    '只有一版的格式保留合并单元格：跨几个时段的单元格按第一个时段对比',
    'only one version is of a format that keeps merged cells: a cell over several periods counts for the first',
  ],
  diffByMilestone: [
    '有一版保存时没有读取含义（--no-meaning）：按整格文字对比，看不出承诺和数量的变化',
    'a version was saved without meaning (--no-meaning): whole milestones were compared, without commitments and amounts',
  ],
  diffYears: [
    '两版年份不同（{old}、{now}）：时间按年内位置对比',
    'the versions are of {old} and {now}: times are compared within the year',
  ],
} as const;
