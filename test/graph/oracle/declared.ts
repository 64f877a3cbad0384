import { type GraphQLObjectType, isObjectType } from "graphql";
import { schema } from "../../../src/app";
import { type Edge, type ManyEdge, type PickEdge } from "../../../src/graph/edge";
import { type Computed, type TypeDeclaration } from "../../../src/graph/model";
import { citations } from "../../../src/insights/citations";
import { declarations, edges } from "../../../src/knowledge";
import { fail } from "./rows";

/** What is declared of a stored type; parts of a row have neither table nor declaration. */
export interface Declared {
  readonly name: string;
  readonly type: GraphQLObjectType;
  readonly declaration: TypeDeclaration;
}

/** The object type of this name. */
export const declared = remembered((name: string): Declared => {
  const type = schema.getType(name);
  if (!isObjectType(type)) return fail(`no object type ${name}`);
  const declaration = declarations.find((known) => known.name === name) ?? { name, table: null };
  return { name, type, declaration };
});

/** The table of a stored type. */
export const tableOf = (name: string): string => declared(name).declaration.table ?? fail(`${name} has no table`);

/** The edge that answers a field of a type: its own before one of its interfaces. */
export const edgeOf = remembered((name: string, field: string): Edge | undefined => {
  const known = edges.filter((edge) => edge.field === field && lineage(name).includes(edge.owner.name));
  return known.find(({ owner }) => owner.name === name) ?? known[0];
});

/** What reckons a field of a type. */
export const computedOf = remembered((name: string, field: string): Computed | undefined =>
  citations.find((computed) => computed.field === field && lineage(name).includes(computed.owner.name)),
);

function lineage(name: string): string[] {
  const interfaces = declared(name).type.getInterfaces();
  return [name, ...interfaces.map((carrier) => carrier.name)];
}

/** Which rows an edge leads to: the column that names the owner, and what of the owner it holds. */
export type Holding = Pick<ManyEdge | PickEdge, "on" | "holds">;

/** The type that a root field answers with one or with many. */
export function rootOf(field: string): { name: string; roots: NonNullable<TypeDeclaration["roots"]> } | undefined {
  for (const { name, roots } of declarations)
    if (roots && [roots.one, roots.many].includes(field)) return { name, roots };
  return undefined;
}

/** Types with a name that can be searched by. */
export const named = declarations.filter((declaration) => declaration.named).map(({ name }) => name);

/** An edge by whose rows a type is measured. */
export type Measured = PickEdge & Required<Pick<PickEdge, "measure">>;

/** How rows of a type are measured; undefined where nothing measures them, or where they name a measure themselves. */
export const measureOf = remembered((name: string): Measured | undefined =>
  edges.find((edge): edge is Measured => {
    if (edge.shape !== "pick" || !edge.measure || edgeOf(name, edge.field) !== edge) return false;
    return edgeOf(name, edge.measure.by) === undefined;
  }),
);

/** A function whose answers are kept: declarations do not change. */
function remembered<Names extends string[], Found>(find: (...names: Names) => Found): (...names: Names) => Found {
  const known = new Map<string, Found>();
  return (...names) => {
    const key = names.join(".");
    if (!known.has(key)) known.set(key, find(...names));
    return known.get(key)!;
  };
}
