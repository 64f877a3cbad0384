/** A node of a plan, as `explain (verbose, format json)` tells it. */
export interface PlanNode {
  readonly "Node Type": string;
  readonly Schema?: string;
  readonly "Relation Name"?: string;
  readonly Alias?: string;
  readonly "Index Cond"?: string;
  readonly Filter?: string;
  readonly Strategy?: string;
  readonly "Parent Relationship"?: string;
  readonly Plans?: readonly PlanNode[];
}

/** What hands rows on as they come: a limit above it stops what is below. Of joins that is so of the outer side alone. */
const handsOn =
  /^(Limit|Result|Subquery Scan|Incremental Sort|WindowAgg|Unique|ProjectSet|Merge Append|Append|Nested Loop)$/;

/** What stands above a node: a limit that stops it, or nothing but a count of its rows. */
interface Above {
  readonly isLimited: boolean;
  readonly isCounted: boolean;
}

/**
 * The reads of a plan that go through a whole table, of these tables, as "cities: Seq Scan". An index does not help
 * by being read: rows have to be found by a condition on it, or come in its order while a limit stops them, or be
 * counted in it without being looked at. An order with a filter is told apart: how soon the limit stops it depends on how rare is what is looked for.
 */
export function wholeReads(node: PlanNode, tables: ReadonlySet<string>, above: Above = nothing): string[] {
  const type = node["Node Type"];
  const below = (node.Plans ?? []).flatMap((child) => wholeReads(child, tables, aboveOf(node, child, above)));
  const table = node["Relation Name"];
  const fault = table && tables.has(table) ? faultOf(node, above) : undefined;
  return fault !== undefined ? [`${nameOf(node)}: ${type}${fault}`, ...below] : below;
}

const nothing: Above = { isLimited: false, isCounted: false };

const nameOf = ({ Schema, "Relation Name": table }: PlanNode) =>
  Schema && Schema !== "public" ? `${Schema}.${table}` : table!;

function aboveOf(node: PlanNode, child: PlanNode, { isLimited }: Above): Above {
  const type = node["Node Type"];
  // What is reckoned for its own sake is under nobody's limit.
  if (child["Parent Relationship"] !== "Outer" && !/^(Subquery|Member)$/.test(child["Parent Relationship"] ?? ""))
    return nothing;
  return {
    isLimited: type === "Limit" || (isLimited && handsOn.test(type)),
    isCounted: type === "Aggregate" && node.Strategy === "Plain",
  };
}

/** What is wrong with how a node reads its table; undefined where nothing is. */
function faultOf(node: PlanNode, { isLimited, isCounted }: Above): string | undefined {
  const type = node["Node Type"];
  if (type === "Bitmap Heap Scan") return bitmapsOf(node).every(hasCondition) ? undefined : " without a condition";
  if (!/Index/.test(type)) return "";
  if (hasCondition(node)) return undefined;
  if (node.Filter !== undefined) return isLimited ? " in order, with a filter" : " with a filter";
  if (isLimited) return undefined;
  return type === "Index Only Scan" && isCounted ? undefined : " without a condition";
}

const hasCondition = (node: PlanNode) => node["Index Cond"] !== undefined;

/** What a bitmap is made of. */
const bitmapsOf = (node: PlanNode): PlanNode[] =>
  (node.Plans ?? []).flatMap((child) => (child["Node Type"] === "Bitmap Index Scan" ? [child] : bitmapsOf(child)));
