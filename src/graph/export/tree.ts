import { type GraphQLInterfaceType, type GraphQLSchema, isObjectType } from "graphql";
import { type Column, type Computed, type Model, type ModelEdge, type StoredType } from "../model";
import { type Graph } from "../schema";

/** What an export tells of a row: leaves that hold a value, and branches to what belongs to the row. */
export type ExportNode = Leaf | Branch;

/** A value; `holds` says where it stands. */
export interface Leaf {
  readonly key: string;
  readonly description: string;
  readonly holds:
    | { readonly sort: "column"; readonly column: Column }
    | { readonly sort: "computed"; readonly computed: Computed }
    /** The global id, or the name, of the row of any type that an edge leads to. */
    | { readonly sort: "anyId"; readonly edge: AnyEdge }
    | { readonly sort: "anyName"; readonly edge: AnyEdge }
    /** A list of parts of the row, or of the few rows that belong to it, as JSON. */
    | { readonly sort: "parts"; readonly column: Column; readonly of: readonly ExportNode[] }
    | { readonly sort: "rows"; readonly edge: ListEdge; readonly of: readonly ExportNode[] };
}

/** Another row, a part of the row, or another view of it. */
export interface Branch {
  readonly key: string;
  readonly of: readonly ExportNode[];
  readonly by:
    | { readonly sort: "one"; readonly edge: OneEdge; readonly identity: string }
    | { readonly sort: "facet"; readonly target: string }
    | { readonly sort: "part"; readonly column: Column }
    | { readonly sort: "any"; readonly edge: AnyEdge; readonly identity: string };
}

type OneEdge = Extract<ModelEdge, { shape: "one" }>;
type AnyEdge = Extract<ModelEdge, { shape: "any" }>;
type ListEdge = Extract<ModelEdge, { shape: "many" | "list" }>;

/**
 * What an export tells of the rows of a type: its columns; of each row it names, what identifies it, its name and its
 * brief; the few rows that belong to it; its evidence and its source.
 */
export function exportTree(graph: Graph, type: StoredType): readonly ExportNode[] {
  const nodes = [
    ...columnNodes(graph, type),
    ...edgeNodes(graph, type, [...type.edges.keys()], 0),
    ...listNodes(graph, type),
    ...computedLeaves(type),
  ];
  return nodes.sort((a, b) => placeOf(a) - placeOf(b));
}

/** The row's own words first, then the rows it names, then who says so, and at last where it is found. */
function placeOf(node: ExportNode): number {
  const first = ["id", "slug", "number", "name"].indexOf(node.key);
  if (first >= 0) return first;
  if (node.key === "source") return 12;
  if (node.key === "recordedIn") return 13;
  if (!("by" in node)) return node.holds.sort === "computed" ? 14 : node.holds.sort === "rows" ? 10 : 9;
  return { any: 7, one: 8, part: 9, facet: 11 }[node.by.sort];
}

function columnNodes(graph: Graph, type: StoredType): ExportNode[] {
  return [...type.columns.values()].map((column) => {
    if (!column.embedded) return columnLeaf(graph, type, column);
    const part = graph.model.types.get(column.embedded)!;
    const of = [...columnNodes(graph, part), ...edgeNodes(graph, part, [...part.edges.keys()], 1)];
    const { field } = column;
    if (!column.isList) return { key: field, of, by: { sort: "part", column } };
    return { key: field, description: described(graph.schema, type, field), holds: { sort: "parts", column, of } };
  });
}

const columnLeaf = ({ schema }: Graph, type: StoredType, column: Column): Leaf => ({
  key: column.field,
  description: described(schema, type, column.field),
  holds: { sort: "column", column },
});

/** Edges to one row each, and other views of the row; how deep briefs may lead is bounded. */
function edgeNodes(graph: Graph, type: StoredType, fields: readonly string[], depth: number): ExportNode[] {
  return fields.flatMap((field): ExportNode[] => {
    const edge = type.edges.get(field);
    if (edge?.shape === "any") return [anyBranch(graph, field, edge, described(graph.schema, type, field))];
    if (edge?.shape !== "one" && edge?.shape !== "facet") return [];
    const target = graph.model.types.get(edge.target)!;
    const brief = depth < 3 ? (target.declaration.brief ?? []) : [];
    const told = [
      ...brief.flatMap((name) =>
        target.columns.has(name) ? [columnLeaf(graph, target, target.columns.get(name)!)] : [],
      ),
      ...edgeNodes(graph, target, brief, depth + 1),
    ].sort((a, b) => brief.indexOf(a.key) - brief.indexOf(b.key));
    if (edge.shape === "facet")
      return told.length > 0 ? [{ key: field, of: told, by: { sort: "facet", target: edge.target } }] : [];
    const identity = identityOf(target);
    const description = described(graph.schema, type, field);
    const id: Leaf = { ...columnLeaf(graph, target, target.columns.get(identity)!), description };
    const name = target.columns.get("name");
    const of = [id, ...(name ? [columnLeaf(graph, target, name)] : []), ...told];
    return [{ key: field, of, by: { sort: "one", edge, identity } }];
  });
}

/** The field that identifies a row among its kind. */
const identityOf = ({ columns, declaration: { roots } }: StoredType) =>
  columns.has("slug") ? "slug" : (roots?.by ?? "id");

function anyBranch({ schema, model }: Graph, key: string, edge: AnyEdge, description: string): Branch {
  const id: Leaf = { key: "id", description: `${description} Its global id.`, holds: { sort: "anyId", edge } };
  const targets = schema.getPossibleTypes(schema.getType(edge.as) as GraphQLInterfaceType);
  const isNamed = targets.some((target) => model.types.get(target.name)?.columns.has("name"));
  const name: Leaf = {
    key: "name",
    description: "Its name; null for what has none, such as an edition.",
    holds: { sort: "anyName", edge },
  };
  return { key, of: isNamed ? [id, name] : [id], by: { sort: "any", edge, identity: "id" } };
}

function listNodes(graph: Graph, type: StoredType): Leaf[] {
  return [...type.edges].flatMap(([key, edge]) => {
    if (edge.shape !== "list") return [];
    const target = graph.model.types.get(edge.target)!;
    const edges = [...target.edges].filter(([, { shape }]) => shape === "one").map(([field]) => field);
    const of = [...columnNodes(graph, target), ...edgeNodes(graph, target, edges, 0)];
    return [{ key, description: described(graph.schema, type, key), holds: { sort: "rows", edge, of } }];
  });
}

const computedLeaves = ({ computed }: StoredType): Leaf[] =>
  [...computed.values()].flatMap((field) => {
    if (!field.sql) return [];
    return [{ key: field.field, description: field.description, holds: { sort: "computed", computed: field } }];
  });

function described(schema: GraphQLSchema, type: StoredType, field: string): string {
  const object = schema.getType(type.name);
  if (!isObjectType(object)) return "";
  const own = object.getFields()[field]?.description;
  const carriers = object.getInterfaces().map((carrier) => carrier.getFields()[field]?.description);
  return own ?? carriers.find(Boolean) ?? schema.getType(type.columns.get(field)?.leaf ?? "")?.description ?? "";
}

/** The types that can be exported: those of which the graph has lists. */
export function exportedTypes({ schema, model }: { schema: GraphQLSchema; model: Model }): Map<string, StoredType> {
  const types = [...model.types.values()].filter(({ name, table }) => table && schema.getType(`${name}Order`));
  return new Map(types.map((type) => [type.declaration.roots?.many ?? type.table!, type]));
}
