import type { Diagnostic } from '../base/diagnostic.ts';
import { bare } from '../meaning/compare.ts';
import { readQuantities, readTimes } from '../meaning/index.ts';
import type { Plan, Quantity, Task } from '../plan/schema.ts';
import { type Check, inCell, type TextCell, textCells } from './check.ts';

/** What a project has once only, so that two figures of it cannot both be right. */
const ONCE = /(?:^|[，,。；;]|(.{4})[（(])(?:项目|工程|线路)?(总投资|投资总额|总建筑面积|占地面积|全长|总长)(?:约|为|达)?$/;
/** Figures of one task that are compared with each other at most. */
const MOST = 200;
/** Parts of a whole that are added up at most. */
const MOST_PARTS = 20;
/** Least number of periods whose figures make up the year's. */
const PERIODS = 3;

/** An amount with the cell it stands in. */
interface Figure {
  quantity: Quantity;
  cell: TextCell;
}

/** 数量对不上: figures of one thing that cannot all be right. */
export const amountConflict: Check = {
  code: 'amount-conflict',
  explain:
    'Figures contradict each other: parts that make more than their whole, periods that do not make up the year, an aim below what is promised, a decimal point or digits that slipped.',
  run: plan => {
    const byTask = new Map<Task, Figure[]>();
    for (const cell of textCells(plan)) {
      const all = byTask.get(cell.task) ?? [];
      byTask.set(cell.task, all);
      if (cell.column !== '类别' && all.length < MOST && /\d/.test(cell.text))
        all.push(...figuresIn(cell, plan.year).slice(0, MOST - all.length));
    }
    return [...byTask.values()].flatMap(figures => LOOKS.flatMap(look => look(figures)));
  },
};

function figuresIn(cell: TextCell, year: Plan['year']): Figure[] {
  const known = cell.task.milestones.find(({ text, period }) => period === cell.period && text === cell.text)?.quantities;
  const quantities = known ?? readQuantities(cell.text, readTimes(cell.text, { year, roc: false }));
  return quantities.map(quantity => ({ quantity, cell }));
}

/** 15个，其中A县4个、B县…: parts of the same unit that make more than the whole. */
function partsOver(figures: readonly Figure[]): Diagnostic[] {
  return figures.flatMap((whole, index) => {
    const { quantity, cell } = whole;
    const sentence = /^[^。；;]*/.exec(cell.text.slice(quantity.span[1]))![0];
    const lead = /^[^，,。；;]{0,8}[，,、（(]?其中[：:]?/.exec(sentence);
    // Parts that overlap or count up are no parts of one sum: 其中党员80人次、妇女50人次; （其中…）within another; 累计.
    if (!lead || quantity.comparator !== 'eq' || /人/.test(quantity.unit) || /累计|[（(]|其中.*其中/.test(sentence.slice(0, 200)))
      return [];
    const from = quantity.span[1] + lead[0].length;
    const parts = figures
      .slice(index + 1)
      .filter(
        ({ quantity: { span, unit }, cell: own }) =>
          own === cell && unit === quantity.unit && span[0] >= from && span[1] <= quantity.span[1] + sentence.length,
      );
    const sum = total(parts);
    if (
      parts.length < 2 ||
      parts.length > MOST_PARTS ||
      parts.some(({ quantity: part }) => part.cumulative || part.value >= quantity.value)
    )
      return [];
    if (sum <= quantity.value) return [];
    return [finding(whole, `${parts.map(({ quantity: part }) => part.text).join(' + ')} = ${sum}`)];
  });
}

/** 达到88%以上，力争达到86%: what is aimed at lies below what is promised. */
function aimsBelow(figures: readonly Figure[]): Diagnostic[] {
  return figures.flatMap((aim, index) => {
    const firm = figures[index - 1];
    if (!firm || firm.cell !== aim.cell || firm.quantity.unit !== aim.quantity.unit || aim.quantity.value >= firm.quantity.value) return [];
    const between = aim.cell.text.slice(firm.quantity.span[1], aim.quantity.span[0]);
    return /^[，,；;]?(?:力争|争取)(?:达到?|实现|完成|突破|超过|为|到)?$/.test(between) ? [finding(aim, firm.quantity.text)] : [];
  });
}

/** 总投资32亿元 / 总投资3.2亿元, 食堂68个 / 食堂86个: a point or digits that slipped. */
function slips(figures: readonly Figure[]): Diagnostic[] {
  const told = new Set<string>();
  return figures.flatMap((one, index) =>
    figures.slice(0, index).flatMap(other => {
      if (one.cell === other.cell || one.quantity.unit !== other.quantity.unit || one.quantity.value === other.quantity.value) return [];
      const slipped =
        (once(one) !== '' && once(one) === once(other) && isTenfold(one, other)) || (isGoal(one) && isGoal(other) && isTurned(one, other));
      const key = [one.quantity.text, other.quantity.text].sort().join('/');
      if (!slipped || told.has(key)) return [];
      told.add(key);
      return [finding(one, other.quantity.text)];
    }),
  );
}

/** What an amount is of that its task has once; in brackets behind a name only where the task's text names that. */
function once({ quantity, cell }: Figure): string {
  const [, named, label = ''] = ONCE.exec(cell.text.slice(Math.max(0, quantity.span[0] - 14), quantity.span[0])) ?? [];
  return named === undefined || cell.task.content.includes(named) ? label : '';
}

function isTenfold({ quantity: a }: Figure, { quantity: b }: Figure): boolean {
  return [10, 100, 1000].some(
    times => Math.abs(a.value - b.value * times) < 1e-6 * a.value || Math.abs(b.value - a.value * times) < 1e-6 * b.value,
  );
}

/** In the task's own text or beside it, not in one of its periods. */
function isGoal({ cell }: Figure): boolean {
  return cell.period === undefined;
}

function isTurned({ quantity: a }: Figure, { quantity: b }: Figure): boolean {
  const digits = (value: number): string => [...String(value)].sort().join('');
  const metric = bare(a.metric);
  return a.value >= 10 && digits(a.value) === digits(b.value) && metric.length >= 4 && metric === bare(b.metric);
}

/** Periods that each bring a part of what the task says for the year, and together bring less. */
function yearNotMade(figures: readonly Figure[]): Diagnostic[] {
  return figures.filter(isGoal).flatMap(goal => {
    const { unit, value, metric } = goal.quantity;
    if (unit === '%' || bare(metric).length < 3 || goal.quantity.comparator !== 'eq') return [];
    const parts = figures.filter(
      ({ quantity, cell }) => cell.period !== undefined && quantity.unit === unit && bare(quantity.metric) === bare(metric),
    );
    const periods = new Set(parts.map(({ cell }) => cell.period));
    const counted = parts.some(({ quantity, cell }) => quantity.cumulative || /累计|共|全年|分别/.test(cell.text));
    if (periods.size < PERIODS || periods.size < parts.length || counted || total(parts) >= value) return [];
    // Figures that grow may count from the year's begin without saying so.
    const values = parts.map(({ quantity }) => quantity.value);
    if (values.every((one, index) => index === 0 || one >= values[index - 1]!)) return [];
    return [finding(goal, `${values.join(' + ')} = ${total(parts)}`)];
  });
}

const LENGTH = /^(?:公里|米)$/;
const AREA = /^(?:平方公里|平米|亩|公顷)$/;

/** 供水管网320公里 / 供水管网180平方公里: one thing is a length here and an area there. */
function otherMeasures(figures: readonly Figure[]): Diagnostic[] {
  const lengths = figures.filter(({ quantity }) => LENGTH.test(quantity.unit) && bare(quantity.metric).length >= 3);
  return figures.flatMap(area => {
    const other = AREA.test(area.quantity.unit) && lengths.find(({ quantity }) => bare(quantity.metric) === bare(area.quantity.metric));
    return other ? [finding(area, other.quantity.text)] : [];
  });
}

const LOOKS = [partsOver, aimsBelow, slips, yearNotMade, otherMeasures];

function total(figures: readonly Figure[]): number {
  return figures.reduce((sum, { quantity }) => Math.round((sum + quantity.value) * 1e6) / 1e6, 0);
}

function finding({ quantity, cell }: Figure, other: string): Diagnostic {
  return { code: 'amount-conflict', ...inCell(cell), text: quantity.text, data: { text: `${quantity.metric}${quantity.text}`, other } };
}
