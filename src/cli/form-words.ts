/** What the command line says of forms, [Chinese, English]; `{name}` is filled in. */
export const formWords = {
  sumDispatch: ['给每个牵头单位生成一份填报表', 'write a form (workbook) for every lead unit to fill in'],
  optFolder: ['写入这个文件夹（默认 dispatch）', 'write into this folder (default: dispatch)'],
  optForce: ['覆盖已有而内容不同的填报表', 'write over forms that are there and differ'],
  dispatched: [
    '已在 {name} 生成 {count} 份填报表和总表，共 {items} 个事项',
    '{count:form|forms} and a list of them written to {name}, with {items:item|items}',
  ],
  formsThere: [
    '{given} 已在，内容不同，可能已经填过；换一个文件夹，或用 --force 覆盖',
    '{given} is there, differs and may have been filled in; take another folder, or --force to write over it',
  ],
} as const;
