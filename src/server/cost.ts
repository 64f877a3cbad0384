import { type DocumentNode, GraphQLError, type GraphQLSchema, getOperationAST } from "graphql";
import { createIntrospectionCosting } from "./cost-introspection";
import { nothing, type Summed } from "./cost-parts";
import { sizesOf } from "./cost-sizes";
import { costOf } from "./cost-sum";

/** The most that one operation may cost. */
export const maxCost = 200_000;

/** What an operation costs, and what costs most of it. */
export interface Cost {
  /** How many rows its answer can hold, and what else it takes, counted in rows. */
  readonly cost: number;
  /** At most three fields, by their names from the root, with what they cost without what lies beneath them. */
  readonly most: readonly Part[];
}

/** What one field costs. */
export interface Part {
  readonly path: readonly string[];
  readonly cost: number;
}

type Variables = Readonly<Record<string, unknown>>;

/**
 * Reckons before an operation runs what it costs: a row counts one, a list as many as it can have, all fragments apply, and
 * all that `@include` and `@skip` may leave out is there. A total counts as ten rows. What a field is reckoned from, and
 * what it costs beyond that, is written on it as its price; what is asked of the schema itself is counted from that.
 */
export function createCosting(schema: GraphQLSchema) {
  const known = new WeakMap<DocumentNode, Map<string, Cost>>();
  const costing = { schema, introspection: createIntrospectionCosting(schema) };
  return (document: DocumentNode, operationName: string | undefined, variables: Variables): Cost => {
    const operation = getOperationAST(document, operationName);
    if (!operation) return nothing;
    const ofDocument = known.get(document) ?? new Map<string, Cost>();
    known.set(document, ofDocument);
    const sizes = sizesOf(operation, variables);
    const key = `${operationName ?? ""} ${JSON.stringify(sizes)}`;
    const found = ofDocument.get(key);
    if (found) return found;
    const cost = whole(costOf(costing, document, operation, sizes));
    if (ofDocument.size >= 50) ofDocument.clear();
    ofDocument.set(key, cost);
    return cost;
  };
}

/** The refusal of an operation that costs too much; undefined for one that does not. */
export function tooCostly({ cost, most }: Cost): GraphQLError | undefined {
  if (cost <= maxCost) return undefined;
  const inWords = (number: number) => number.toLocaleString("en");
  const fields = most.map((part) => ({ field: part.path.join("."), cost: part.cost }));
  return new GraphQLError(
    `The operation costs ${inWords(cost)}, the limit is ${inWords(maxCost)}; most of it at ` +
      `${fields.map((part) => `${part.field} (${inWords(part.cost)})`).join(", ")}: ` +
      "ask for smaller pages there or above (`first`), or in several operations",
    { extensions: { code: "QUERY_TOO_COSTLY", cost, limit: maxCost, fields, http: { status: 400 } } },
  );
}

const whole = ({ cost, once, most }: Summed): Cost => ({
  cost: cost + once,
  most: most.map((part) => ({ path: part.path, cost: part.cost })),
});
