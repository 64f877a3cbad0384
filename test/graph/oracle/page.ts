import { meets, type Where } from "./filter";
import { type Item } from "./item";
import { comparer, cursorOf, keysIn, keysOf, sorted, stepsOf, type Words } from "./order";
import { type Rows } from "./rows";

/** The arguments of a connection. */
export interface PageArguments {
  readonly where?: Where | null;
  readonly orderBy?: unknown;
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** A connection over the items of a list that meet the conditions. */
export function page(rows: Rows, list: string, name: string, all: readonly Item[], args: PageArguments, usual: Words) {
  const steps = stepsOf(rows, name, args.orderBy, usual);
  const items = sorted(
    all.filter((item) => meets(rows, item, args.where ?? {})),
    steps,
  );
  const [first] = steps;
  const edges = items.map((node) => {
    const keys = keysOf(node, steps);
    const figure = first?.figure?.(node) ?? null;
    const isBetter = (other: Item) => comparer([first!])([first!.value(other)], [keys[0]]) < 0;
    const rank = figure && items.filter(isBetter).length + 1;
    // What ships has thousands of rows, of which a page shows few.
    const cursor = () => cursorOf(list, steps, keys);
    return { node, keys, cursor, figure, rank };
  });
  return cut(edges, comparer(steps), args);
}

interface Edge {
  readonly keys: readonly unknown[];
  readonly cursor: () => string;
  readonly node: unknown;
}

/** A page of edges that stand in order. */
export function cut<E extends Edge>(
  edges: readonly E[],
  compare: ReturnType<typeof comparer>,
  { first, after, last, before }: PageArguments,
) {
  const isBackwards = typeof last === "number";
  const size = last ?? first ?? 50;
  const isAfter = ({ keys }: Edge) => !after || compare(keys, keysIn(after)) > 0;
  const isBefore = ({ keys }: Edge) => !before || compare(keys, keysIn(before)) < 0;
  const between = edges.filter((edge) => isAfter(edge) && isBefore(edge));
  const shown = isBackwards ? between.slice(Math.max(between.length - size, 0)) : between.slice(0, size);
  const isMore = between.length > size;
  return {
    edges: shown,
    nodes: shown.map(({ node }) => node),
    totalCount: edges.length,
    pageInfo: {
      hasNextPage: isBackwards ? !edges.every(isBefore) : isMore,
      hasPreviousPage: isBackwards ? isMore : !edges.every(isAfter),
      startCursor: shown[0]?.cursor() ?? null,
      endCursor: shown.at(-1)?.cursor() ?? null,
    },
  };
}
