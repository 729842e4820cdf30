/** 责任单位（列首位的为牵头单位）: the first name leads, the others support. */
const HEADING = /(?:首位|首个|第一(?:位|个|家)?|最前面?)的?[^，。)）]{0,6}(?:牵头|主办|主责)/;
/** The same in a remark: 注：责任单位中排在第一位的为牵头单位. */
const REMARK =
  /第一(?:责任|承办|主办)?(?:单位|部门)(?:即?为|是|即|作为)(?:总?牵头|主办|主责)|(?:单位|部门|列|排在?|排名)[^。；]{0,8}(?:首位|首个|第一(?:位|个|家|名)?|最前面?)(?:的|为|是|即|系|作为|单位|部门|者){1,4}(?:该|此|本|各)?项?(?:工作|任务)?的?总?(?:牵头|主办|主责)/;
/** A heading of units that all lead. */
const NAMES_LEAD = /牵头|主办|主责/;

/** Whether of the units under a heading the first leads: the heading says so, or a remark did and the heading leaves open who leads. */
export function firstLeads(heading: string, said: boolean): boolean {
  return HEADING.test(heading) || (said && !NAMES_LEAD.test(heading));
}

/** Whether texts around a table say that the first of several responsible units leads. */
export function sayFirstLeads(texts: readonly string[]): boolean {
  return texts.some(text => REMARK.test(text));
}
