import { addDays, type CivilDate } from '../base/civil-date.ts';
import type { Light, Status } from '../base/status.ts';
import type { Reported } from './join.ts';

/**
 * Status on a day of something that is due (null: undated). What is reported as done or cancelled is that; else it is `late` (reported) or `unreported` when it was
 * due strictly before, `soon` when it falls due within `within` days, and `open` in any other case. Undated is never overdue.
 */
export function statusOf(
  due: CivilDate | null,
  reported: Pick<Reported, 'state' | 'on'> | undefined,
  asOf: CivilDate,
  within: number,
): Status {
  if (reported?.state === '取消') return 'cancelled';
  if (reported?.state === '已完成') return due !== null && reported.on !== null && reported.on > due ? 'done-late' : 'done';
  if (due === null) return 'open';
  if (due < asOf) return reported ? 'late' : 'unreported';
  return due <= addDays(asOf, within) ? 'soon' : 'open';
}

/** Lights other than the usual. */
export type Lights = Readonly<Partial<Record<Status, Light>>>;

const LIGHTS: Record<Status, Light> = {
  done: 'green',
  'done-late': 'green',
  late: 'red',
  unreported: 'red',
  soon: 'yellow',
  open: 'grey',
  cancelled: 'grey',
};

/** Traffic light of a status, by the user's own lights where there are any. */
export function lightOf(status: Status, own: Lights = {}): Light {
  return own[status] ?? LIGHTS[status];
}
