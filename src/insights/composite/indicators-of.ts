import { Stored } from "../../graph/reckoned";
import { leavesOf } from "./definition";
import { type Reckoned } from "./reckoned-index";

/** The indicator of a leaf, by its name in the tree; undefined for a dimension. */
export function indicatorsOf({ definition, measures }: Reckoned): (name: string) => Stored | undefined {
  const leaves = new Map(leavesOf(definition.parts).map(({ name, indicator }) => [name, measures.get(indicator)!.id]));
  return (name) => (leaves.has(name) ? new Stored(leaves.get(name)!) : undefined);
}
