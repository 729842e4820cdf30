/** A unit in brackets at the end of a heading or after a comma: 一季度（亿元）, 目标值(单位：万亩), 完成投资/万元. */
const BRACKETED =
  /[（(](?:单位[:：]\s*)?((?:[十百千万亿]*(?:元|亩|吨|人|户|人次|千瓦时?|立方米|平方米|公里|个|家|件|项|套|台|辆|座|处|场|次|米|公顷))|%|％|‰)[）)]\s*$/;

/** The unit that a heading, or the heading over it, gives for bare numbers below it. */
export function headingUnit(heading: string, over?: string): string | undefined {
  return BRACKETED.exec(heading)?.[1] ?? (over === undefined ? undefined : BRACKETED.exec(over)?.[1]);
}
