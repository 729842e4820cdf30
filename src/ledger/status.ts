import { addDays, type CivilDate } from '../base/civil-date.ts';
import type { Light, Status } from '../base/status.ts';
import type { Milestone } from '../plan/schema.ts';

/**
 * Status of a milestone about which nothing has been reported, on a day: `unreported` when it was due strictly before, `soon` when it falls due
 * within `within` days, else `open`. An undated milestone is always open.
 */
export function statusOf(milestone: Milestone, asOf: CivilDate, within: number): Status {
  if (milestone.due === null) return 'open';
  if (milestone.due < asOf) return 'unreported';
  return milestone.due <= addDays(asOf, within) ? 'soon' : 'open';
}

const LIGHTS: Record<Status, Light> = {
  done: 'green',
  'done-late': 'green',
  late: 'red',
  unreported: 'red',
  soon: 'yellow',
  open: 'grey',
  cancelled: 'grey',
};

/** Traffic light of a status. */
export function lightOf(status: Status): Light {
  return LIGHTS[status];
}
