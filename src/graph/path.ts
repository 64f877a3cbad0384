import { type Column, type Model, type ModelEdge, type StoredType } from "./model";

type OneEdge = Extract<ModelEdge, { shape: "one" }>;

/** Where a dotted path such as `edition.year` leads: over edges to one row each, to a column or a last edge. */
export type PathEnd =
  | { readonly edges: readonly OneEdge[]; readonly column: Column }
  | { readonly edges: readonly OneEdge[]; readonly edge: OneEdge };

/**
 * Follows a dotted path from a type.
 *
 * @throws TypeError if a step is neither an edge to one row nor, at the end, a column
 */
export function follow(model: Model, from: StoredType, path: string): PathEnd {
  const steps = path.split(".");
  const edges: OneEdge[] = [];
  let type = from;
  for (const step of steps.slice(0, -1)) {
    const edge = oneEdge(type, step, path);
    edges.push(edge);
    type = model.types.get(edge.target)!;
  }
  const last = steps.at(-1)!;
  const column = type.columns.get(last);
  return column ? { edges, column } : { edges, edge: oneEdge(type, last, path) };
}

function oneEdge(type: StoredType, step: string, path: string): OneEdge {
  const edge = type.edges.get(step);
  if (edge?.shape !== "one") throw new TypeError(`${type.name} has no column or edge to one row \`${step}\` (${path})`);
  return edge;
}
