/** What the command line says of names that are followed and of amounts, [Chinese, English]; `{name}` is filled in. */
export const traceWords = {
  traceSummary: [
    '提到“{name}”的有 {count} 个交付事项，{tasks} 项任务',
    '{count:deliverable|deliverables} in {tasks:task|tasks} about {name}',
  ],
  targetSummary: [
    '{count} 个数量，{series} 个指标，{tasks} 项任务；括号内是累计数比前一时段的变化',
    '{count:quantity|quantities} in {series} series, {tasks:task|tasks}; what a cumulative figure adds stands in brackets',
  ],
  noTargets: ['没有符合条件的数量', 'no quantity matches'],
  onlyInTasks: ['只有任务 {tasks} 的内容提到“{given}”，没有节点提到', 'only the text of task {tasks} speaks of {given}, no milestone does'],
} as const;
