/** Columns of the forms that units fill in, with the headings they are found by again; in the order they are written. */
export const FORM = {
  item: '编号',
  content: '任务内容',
  period: '时段',
  text: '承诺内容',
  due: '截止日期',
  state: '状态',
  on: '发生日期',
  value: '完成值',
  note: '进展说明',
  evidence: '佐证材料',
  unit: '填报单位',
  print: '指纹',
} as const;
export type FormField = keyof typeof FORM;

/** What people fill in; everything else of a form is the plan's. */
export const FILLED = ['state', 'on', 'value', 'note', 'evidence'] as const satisfies readonly FormField[];

/** Name of the list of all forms, which lies beside them. */
export const COVER = '总表';
/** Headings by which that list is known. */
export const COVER_HEADINGS = ['单位', '文件'] as const;
/** The line of the instructions that says how many items were sent. */
export const LINES = '事项数';
