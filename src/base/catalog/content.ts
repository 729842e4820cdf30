import type { Catalog } from './words.ts';

/** What the cells say: findings of the checks that read their meaning. */
export const contentWords = {
  'date-outside-period': {
    severity: 'error',
    zh: ['“{text}”（{date}）不在本栏期间 {first} 至 {last} 之内', '时间写错，或内容放错了栏。', '请核对时间，或把这一句移到对应的栏。'],
    en: [
      '“{text}” ({date}) lies outside the period of its column, {first} to {last}',
      'The date is wrong, or the text stands in the wrong column.',
      'Check the date, or move the sentence to its column.',
    ],
  },
  'percent-over-100': {
    severity: 'error',
    zh: ['比例超过 100%：{text}', '工程进度、覆盖率一类的比例不可能超过 100%。', '请核对数字。'],
    en: ['a share above 100 %: {text}', 'The share of a work, or of all there are, cannot be more than all.', 'Check the figure.'],
  },
  'amount-conflict': {
    severity: 'warning',
    zh: ['数量对不上：{text} / {other}', '分项之和与总数、各期之和与全年、两处数字互相矛盾。', '请核对哪一个是对的。'],
    en: [
      'figures contradict each other: {text} / {other}',
      'Parts and whole, periods and year, or two figures of one thing do not agree.',
      'Check which is right.',
    ],
  },
  placeholder: {
    severity: 'warning',
    zh: ['占位内容没有填写：{text}', '起草时留下的 XX、待定等没有换成实际内容。', '请补上名称或数字。'],
    en: ['never filled in: {text}', 'A draft left XX or 待定 where a name or a figure belongs.', 'Fill it in.'],
  },
  'cut-off-sentence': {
    severity: 'warning',
    zh: ['句子不完整：{text}', '结尾的字或标点后面应当还有内容。', '请对照原文补全。'],
    en: [
      'a sentence breaks off: {text}',
      'Something must follow the word or the mark it ends in.',
      'Compare with the original and complete it.',
    ],
  },
  'clause-of-other-task': {
    severity: 'warning',
    zh: ['这一句与任务 {task} 的相同，而与本任务无关：{text}', '多半是误贴到了别的任务里。', '请核对，移回原任务或改写。'],
    en: [
      'this clause is that of task {task} and has nothing to do with this one: {text}',
      'Most likely pasted into the wrong task.',
      'Move it back, or reword it.',
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
    zh: ['与任务 {task} 的{period}一栏完全相同', '可能是复制后未改。', '请核对本栏内容。'],
    en: ['the same text as task {task}, {period}', 'Perhaps copied and not changed.', 'Check what this period is to bring.'],
  },
  'near-duplicate-cells': {
    severity: 'info',
    zh: ['与任务 {task} 的{period}一栏几乎相同', '只差几个字，看不出进展或区别。', '请核对是否需要写明各自的目标。'],
    en: ['nearly the same text as task {task}, {period}', 'Only a few characters differ.', 'Check whether they should differ.'],
  },
  'phase-backwards': {
    severity: 'warning',
    zh: ['{period}已是“{other}”，此处又回到“{text}”', '先后次序颠倒，或指不同的事。', '请核对时段或写明区别。'],
    en: ['{period} has “{other}”, and this goes back to “{text}”', 'The order is reversed, or two things are meant.', 'Check the periods.'],
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
  'goal-weakened': {
    severity: 'warning',
    zh: ['任务明确要求“{name}”，节点却只是争取：{text}', '目标是确定的，最后一个节点只写力争、争取或推动。', '请核对承诺的力度是否一致。'],
    en: [
      'the task firmly promises “{name}”, but a milestone only strives for it: {text}',
      'The goal is firm, and where it is mentioned last it is an aim only.',
      'Check goal and milestones against each other.',
    ],
  },
  'draft-not-finished': {
    severity: 'warning',
    zh: ['开始起草后，再没有节点提到它：{text}', '后面各时段没有它的初稿、送审或印发。', '请补上成稿、印发的节点。'],
    en: [
      'no later milestone speaks of this draft: {text}',
      'It is begun here, and no period behind brings it to an end.',
      'Add the milestone that completes or issues it.',
    ],
  },
  'cross-task-conflict': {
    severity: 'warning',
    zh: ['“{name}”与任务 {task} 的要求不一致：{text}', '同一事项在两项任务里的时间或力度不同。', '请统一两处的要求。'],
    en: [
      'task {task} says otherwise of “{name}”: {text}',
      'Two tasks promise the same for another time, or less firmly.',
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
} as const satisfies Catalog;
