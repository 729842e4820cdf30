import type { Lang } from '../base/diagnostic.ts';
import { comparePeriods, periodName } from '../base/period.ts';
import type { Plan } from '../plan/schema.ts';
import type { Series, Target } from '../query/targets.ts';
import { aboutTable, type Frame, head } from './build.ts';
import { SIGNS } from './meaning-rows.ts';
import type { Column, Group, Report, Row, Table, Value } from './model.ts';
import { SEPARATOR, sourceColumn, sourceOf, taskFact } from './tables.ts';
import { word } from './words.ts';

/** Every quantity with its series over the periods, a row a series. */
export function targetsReport(plan: Plan, series: readonly Series[], frame: Frame): Report {
  return {
    ...head(plan, 'headTargets', frame, series.length),
    table: targetTable(plan, series, frame.lang),
    appendix: () => [aboutTable(plan, frame, series.length)],
    records: series.map(one => seriesRecord(one, plan.sources)),
  };
}

/** The column of a figure: its milestone's period, or that of goals where the table has no periods or the figure is the whole task's. */
function columnOf({ milestone }: Target): string {
  return milestone === null || milestone.dueFrom === 'limit' ? 'limit' : milestone.period;
}

function targetTable(plan: Plan, series: readonly Series[], lang: Lang): Table {
  const found = new Set(series.flatMap(({ targets }) => targets.map(columnOf)));
  const periods = [...found].filter(period => period !== 'limit').sort(comparePeriods);
  const columns: Column[] = [
    { id: 'category', heading: word('category', lang), kind: 'text', priority: 9 },
    { id: 'task', heading: word('number', lang), kind: 'text', priority: 1 },
    ...sourceColumn(plan.sources, lang),
    { id: 'content', heading: word('task', lang), kind: 'text', priority: 9 },
    { id: 'metric', heading: word('metric', lang), kind: 'text', priority: 1 },
    ...periods.map((period): Column => ({ id: period, heading: periodName(period, lang), kind: 'text', priority: 1 })),
    ...(found.has('limit') ? [{ id: 'limit', heading: word('target', lang), kind: 'text', priority: 1 } as const] : []),
    { id: 'unit', heading: word('measure', lang), kind: 'text', priority: 1 },
    { id: 'counted', heading: word('counted', lang), kind: 'text', priority: 3 },
  ];
  const groups = new Map<string, Group>();
  for (const one of series) {
    const title = one.task.category.join(SEPARATOR);
    const group = groups.get(title) ?? { title, rows: [] };
    const row: Row = {
      values: columns.map(({ id }) => (id === 'source' ? sourceOf(one.task, plan.sources) : seriesValue(one, id, lang))),
    };
    group.rows.push(row);
    groups.set(title, group);
  }
  return { name: word('sheetTargets', lang), columns, groups: [...groups.values()] };
}

function seriesValue({ task, metric, unit, targets }: Series, column: string, lang: Lang): Value {
  const ofTask = taskFact(task, column);
  if (ofTask !== undefined) return ofTask;
  switch (column) {
    case 'metric':
      // 新增规上企业12家以上: the name of what has none is the task's, without its figures.
      return (
        metric || task.content.replace(/\d[\d.,]*[万亿]?[^\d，,。；;、\s]{1,4}(?:以上|以下|以内)?(?=$|[，,。；;、])/g, '') || task.content
      );
    case 'unit':
      return unit;
    case 'counted': {
      const inPeriods = targets.filter(({ milestone }) => milestone !== null);
      const told = inPeriods.length > 0 ? inPeriods : targets;
      const cumulative = told.some(({ quantity }) => quantity.cumulative);
      const each = told.some(({ quantity }) => quantity.distributive);
      return [...(cumulative ? [word('cumulative', lang)] : []), ...(each ? [word('distributive', lang)] : [])].join('、') || null;
    }
    default:
      return (
        targets
          .filter(target => columnOf(target) === column)
          .map(figure)
          .join('\n') || null
      );
  }
}

/** `≥ 3`, `16 (+6)`; in 万 and 亿 where the document counts in them: `12万`. */
function figure({ quantity: { comparator, value, text }, change }: Target): string {
  const sign = comparator === 'eq' ? '' : `${SIGNS[comparator]} `;
  const large = LARGE.find(([word]) => text.includes(word));
  const inWords = (amount: number): string => (large ? `${Number((amount / large[1]).toPrecision(12))}${large[0]}` : String(amount));
  return `${sign}${inWords(value)}${change === null ? '' : ` (${change < 0 ? '' : '+'}${inWords(change)})`}`;
}

const LARGE = [
  ['亿', 1e8],
  ['万', 1e4],
] as const;

function seriesRecord({ task, metric, unit, targets }: Series, sources: Plan['sources']): Record<string, unknown> {
  return {
    task: task.id,
    ...(sources.length > 1 ? { source: sourceOf(task, sources) } : {}),
    category: task.category,
    content: task.content,
    metric,
    unit,
    targets: targets.map(({ milestone, deliverable, quantity, change }) => ({
      milestone: milestone?.id ?? null,
      deliverable: deliverable?.id ?? null,
      period: milestone?.period ?? null,
      due: deliverable ? deliverable.deadline.date : (milestone?.due ?? null),
      text: quantity.text,
      metric: quantity.metric,
      comparator: quantity.comparator,
      value: quantity.value,
      cumulative: quantity.cumulative,
      distributive: quantity.distributive ?? false,
      change,
    })),
    leadUnits: task.leadUnits,
    supportUnits: task.supportUnits,
  };
}
