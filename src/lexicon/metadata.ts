import { fold, foldInPlace } from './fold.ts';

/** What sites of public bodies say of a page, by the rule for catalogues of open government (索引号, 发文机关, 主题分类…) and by habit. */
const LABEL =
  /^(?:索引号|索引|公开(?:方式|时限|范围|形式|类别|属性|主体|日期|责任部门)|(?:文件|统一|发文|信息)编号|统一登记号|(?:发文)?文号|发文字号|(?:发布|发文|制发|制作|成文|印发)(?:机构|机关)|(?:主题|组配|信息|体裁|服务对象|公文|文件)(?:分类|类别|种类|类型)|服务对象|主题词|关键词|关键字|有效性|效力状态|时效性|(?:发布|发文|成文|生成|公开|生效|失效|废止|印发|刊发)(?:日期|时间)|(?:信息|文章|稿件|内容)来源|(?:浏览|访问|点击|阅读)(?:次数|量|数)|责任编辑|所属栏目|信息名称|内容概述)$/;
/** Words that say it only before a colon. */
const SOFT = /^(?:来源|作者|编辑|字体|字号|(?:发布|发文|印发)(?:单位|部门))$/;

/** Whether a text is such a label: 索引号, 发布日期：. */
export function isMetadataLabel(text: string): boolean {
  if (text.length > 16) return false;
  const folded = fold(text);
  const bare = folded.replace(/[：:]$/, '');
  return LABEL.test(bare) || (bare !== folded && SOFT.test(bare));
}

/** Whether a line says such things: 发布日期：2024-05-13　浏览次数：12, 时间：2024-05-13 09:10, 【打印本页】. */
export function isMetadataLine(text: string): boolean {
  if (text.length > 200) return false;
  const label = /^[\s•·\-—*]*([^：:]{2,16})[：:]/.exec(text);
  return FURNITURE.test(foldInPlace(text)) || (label !== null && (isMetadataLabel(`${label[1]!}:`) || CLOCK.test(text)));
}

/** What stands around the text of any page. */
const FURNITURE =
  /^[\s【[（(]*(?:打印本页|关闭窗口|分享到|[上下]一篇|版权所有|网站标识码|扫一扫(?!.{2,}[。；])|[^，。；]{0,6}(?:公网安备|ICP备(?!案的)))|(?:网站标识码|备案号)[：:]/;
const CLOCK = /^\s*(?:时间|日期)[：:]\s*\d{4}[-/]\d{1,2}[-/]\d{1,2}\s+(?:\d|\S{2,6}[：:])/;

const PAGE = /^(?:[-—–－]{1,2}\s?\d{1,4}\s?[-—–－]{1,2}|第\s?\d{1,4}\s?页.{0,9}|\d{1,4}\s?[/／]\s?\d{1,4})$/;

/** Whether a line is the number of a page: — 2 —, 第2页 共5页, 2/12; a bare number may be an item's. */
export function isPageNumber(text: string): boolean {
  return PAGE.test(text);
}

/** Who runs a site, at the foot of its pages: 主办：市政府办公室, 技术支持：…; `SURE` are what no plan says. */
const FOOT = /^(?:主办|承办|主管|协办|建设|维护|运维|运行维护|地址|邮编|邮箱|电话|传真)(?:单位)?[：:]/;
const SURE = /^(?:技术支持|联系电话|举报电话|监督电话|办公地址|邮政编码|网站地图)[：: ]/;

/** Which of the last lines of a page are its foot; the number of lines where it has none. */
export function footOf(lines: readonly string[]): number {
  let from = lines.length;
  let sure = false;
  for (let at = lines.length - 1; at >= 0 && at >= lines.length - 8; at--) {
    const line = foldInPlace(lines[at]!.trim());
    const certain = SURE.test(line) || isMetadataLine(line);
    if (!certain && !FOOT.test(line)) break;
    sure ||= certain;
    from = at;
  }
  return sure ? from : lines.length;
}

const PUBLISHED = /(?:发布|发文|成文|生成|公开|印发)(?:日期|时间)[\s：:|]*((?:19|20)\d{2})[-/.年](\d{1,2})[-/.月]/;

/** The year and month a page says it was published in; null where it does not. */
export function publishedIn(text: string): { year: number; month: number } | null {
  const found = PUBLISHED.exec(fold(text.slice(0, 2000)));
  return found && { year: Number(found[1]), month: Number(found[2]) };
}
