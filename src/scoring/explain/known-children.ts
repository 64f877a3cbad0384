import type { CompositeIndex, IndexNode } from "../composite/composite-index";

/** A node of an index as one city sees it. */
export interface CityNode {
  node: IndexNode;
  score: number;
  /** The children whose score is known, their weights stretched to 1; none for an indicator. */
  children: { name: string; weight: number }[];
}

/**
 * Reads an index from one city's side.
 *
 * @returns the nodes by name; a node without a score for this city is left out
 * @throws RangeError if there is no such city or it has no score
 */
export function nodesOfCity(index: CompositeIndex, city: number): { root: string; nodes: Map<string, CityNode> } {
  const score = index.scores[city];
  if (score === undefined) throw new RangeError(`expected a city from 0 to ${index.scores.length - 1}, got ${city}`);
  if (score === null) {
    const reason = index.excluded.find((excluded) => excluded.city === city)?.reason;
    throw new RangeError(`city ${city} has no score: ${reason}`);
  }
  const nodes = new Map<string, CityNode>();
  for (const node of index.nodes) {
    const known = node.children.filter((name) => nodes.has(name) && nodes.get(name)!.node.weight > 0);
    const total = known.reduce((sum, name) => sum + nodes.get(name)!.node.weight, 0);
    const children = known.map((name) => ({ name, weight: nodes.get(name)!.node.weight / total }));
    if (!Number.isNaN(node.scores[city])) nodes.set(node.name, { node, score: node.scores[city]!, children });
  }
  return { root: index.nodes[index.nodes.length - 1]!.name, nodes };
}
