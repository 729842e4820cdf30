/** What answers about deliverables, amounts and names: loaded when asked for, since most runs ask for milestones. */

export { seriesOf, seriesWith } from '../query/targets.ts';
export { namesOf, trace } from '../query/trace.ts';
export { deliverableReport, tasksReport, traceReport } from '../report/deliverables.ts';
export { noticeOf } from '../report/notice.ts';
export { statusReport, tallyOf, yearPassed } from '../report/status.ts';
export { targetsReport } from '../report/targets.ts';
export { renderNotice } from '../reporters/notice.ts';
export { renderNoticeDocx } from '../reporters/notice-docx.ts';
