const UNITS =
  '(?:[十百千万亿]*(?:元|亩|吨|人|户|人次|千瓦时?|立方米|平方米|公里|个|家|件|项|套|台|辆|座|处|场|次|米|公顷|条|所|张|间|株|只|头))|%|％|‰';
/** A unit in brackets at the end of a heading: 一季度（亿元）, 目标值(单位：万亩). */
const BRACKETED = new RegExp(`[（(](?:单位[:：]\\s*)?(${UNITS})[）)]\\s*$`);
/** A cell that is a unit and nothing else: 万元, 单位：人. */
const ALONE = new RegExp(`^(?:单位[:：]\\s*)?(${UNITS})$`);
/** A goal that is an amount and nothing else: 5200人, 达到86公里以上. */
const AMOUNT = new RegExp(`^[^\\d，。；]{0,4}(\\d[\\d.,]*)(${UNITS})(?:以上|以内|左右|以下)?$`);

/** The unit that a heading, or the heading over it, gives for bare numbers below it. */
export function headingUnit(heading: string, over?: string): string | undefined {
  return BRACKETED.exec(heading)?.[1] ?? (over === undefined ? undefined : BRACKETED.exec(over)?.[1]);
}

/** The unit that a cell gives for the bare numbers of its row: by itself (万元), or as that of the goal they lead to (全年目标 5200人). */
export function cellUnit(cell: string): string | undefined {
  return ALONE.exec(cell)?.[1] ?? AMOUNT.exec(cell)?.[2];
}
