import { grouped } from '../base/grouped.ts';
import { bare, matterOf } from '../meaning/compare.ts';
import type { Check } from './check.ts';
import { byCategory, inMilestone, type Promised, promisedBy, relatedTo } from './promises.ts';

/** Shortest clause compared, longest owner that may be missing, and how many sibling tasks must have one. */
const LEAST = 10;
const OWNER = 24;
const SIBLINGS = 2;
/** Clauses with one end that a clause is held against. */
const MOST = 500;

interface Entry {
  one: Promised;
  text: string;
  /** What it is about, at the end of `text`. */
  matter: string;
}

/** 缺少归属: a clause that sibling tasks write with an owner (示范区2021年…清单), and this one without. */
export const ownerMissing: Check = {
  code: 'owner-missing',
  explain: 'Sibling tasks say whose list or plan it is; this task leaves it out.',
  run: plan =>
    byCategory(plan).flatMap(tasks => {
      const promised = tasks
        .flatMap(promisedBy)
        .map((one): Entry => ({ one, text: bare(one.deliverable.text), matter: matterOf(one.deliverable.text) }));
      const byTail = grouped(promised, ({ text }) => text.slice(-6));
      return promised.flatMap(entry => {
        const { one, text, matter } = entry;
        if (matter.length < LEAST || !text.endsWith(matter) || text === matter) return [];
        const owners = (byTail.get(text.slice(-6)) ?? [])
          .slice(0, MOST)
          .filter(other => other.one.task !== one.task && hasOwner(other, entry));
        if (new Set(owners.map(other => other.one.task)).size < SIBLINGS) return [];
        const related = relatedTo(owners.slice(0, 3).map(other => other.one));
        const { task, milestone, deliverable } = one;
        const data = { text: deliverable.text, other: related[0]!.text };
        return [{ code: 'owner-missing' as const, ...inMilestone(task, milestone, deliverable), data, related }];
      });
    }),
};

/** Whether both do the same, and one says whose: its matter is the other's with words put before it. */
function hasOwner(longer: Entry, shorter: Entry): boolean {
  const extra = longer.matter.length - shorter.matter.length;
  if (extra < 2 || extra > OWNER || !longer.matter.endsWith(shorter.matter)) return false;
  return longer.text.slice(0, -longer.matter.length) === shorter.text.slice(0, -shorter.matter.length);
}
