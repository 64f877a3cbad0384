import { type GraphQLCompositeType } from "graphql";
import { computed } from "../../../src/insights";
import { citations } from "../../../src/insights/citations";
import { declarations, edges } from "../../../src/knowledge";
import { declared, edgeOf, rootOf, tableOf } from "../oracle/declared";
import { facetItem, type Item, rowItem, shown, snake, target } from "../oracle/item";
import { cursorOf, keysOf, stepsOf } from "../oracle/order";
import { type Rows } from "../oracle/rows";
import { search } from "../oracle/search";

/** Values that stand in the data, so that what is asked for is found. */
export interface Samples {
  /** Values of a field, or of the column or path that a filter or argument of this name is about. */
  of(type: string, field: string): readonly unknown[];
  /** Global ids of rows of all types. */
  readonly ids: readonly string[];
  /** Cursors of the rows of a list in an order. */
  cursors(list: string, type: string, orderBy: unknown): readonly string[];
  searchCursors(text: string): readonly string[];
}

/** At most so many samples of each: enough to match, few enough to be quick. */
const most = 200;

export function samplesOf(rows: Rows): Samples {
  const known = new Map<string, readonly unknown[]>();
  const itemsOf = (type: string): Item[] => {
    if (declared(type).declaration.table) return spread(rows.of(tableOf(type))).map((row) => rowItem(type, row));
    return edges.flatMap((edge) => {
      if (edge.shape !== "facet" || edge.target.name !== type) return [];
      const hosts = declarations.filter(({ name, table }) => table && edgeOf(name, edge.field) === edge);
      return hosts.flatMap(({ name }) => itemsOf(name).map((item) => facetItem(type, edge.field, item)));
    });
  };
  const valuesOf = (type: string, field: string): readonly unknown[] => {
    const path = declared(type).declaration.through?.[field] ?? field;
    const values = itemsOf(type).flatMap((item) => valueAt(rows, item, path.split(".")));
    return spread([...new Set(values)].filter((value) => value !== null && value !== undefined));
  };
  return {
    of: (type, field) => {
      const name = `${type}.${field}`;
      const values = known.get(name) ?? valuesOf(type, field);
      known.set(name, values);
      return values;
    },
    ids: declarations.flatMap(({ name, table }) => {
      const hasId = table && declared(name).type.getFields()["id"];
      return hasId ? spread(rows.of(table)).map((row) => `${name}:${row["id"]}`) : [];
    }),
    cursors: (list, type, orderBy) => {
      const [owner, field] = list.split(".");
      const edge = field ? edgeOf(owner!, field) : undefined;
      const own = edge && "order" in edge ? edge.order : [];
      const steps = stepsOf(rows, type, orderBy, own.length > 0 ? own : (declared(type).declaration.order ?? []));
      return itemsOf(type).map((item) => cursorOf(list, steps, keysOf(item, steps)));
    },
    searchCursors: (text) => search(rows, { text, first: 500 }).edges.map(({ cursor }) => cursor()),
  };
}

/** A value, an id that stands in a column, or a list of values one by one. */
function valueAt(rows: Rows, item: Item, [step, ...rest]: readonly string[]): unknown[] {
  if (rest.length > 0) {
    const next = target(rows, item, step!);
    return next ? valueAt(rows, next, rest) : [];
  }
  const isField = declared(item.name).type.getFields()[step!] && !edgeOf(item.name, step!);
  return [isField ? shown(rows, item, step!) : item.row[snake(step!)]].flat();
}

/** So many of a long list, from all of it. */
function spread<Item>(items: readonly Item[]): Item[] {
  const step = Math.max(1, Math.floor(items.length / most));
  return items.filter((_, i) => i % step === 0);
}

/** Whether the oracle can answer a root field. */
export const isStoredRoot = (field: string) =>
  ["graph", "node", "nodes", "search"].includes(field) || rootOf(field) !== undefined;

/** Whether a field is reckoned from more than is stored of its row. */
export const isReckoned = (type: GraphQLCompositeType, field: string) =>
  computed.some(
    (known) => known.field === field && !citations.includes(known) && namesOf(type).includes(known.owner.name),
  );

const namesOf = (type: GraphQLCompositeType) => [
  type.name,
  ...("getInterfaces" in type ? type.getInterfaces().map(({ name }) => name) : []),
];
