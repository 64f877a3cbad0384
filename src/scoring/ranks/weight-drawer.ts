import type { Plan } from "../composite/plan";
import { dirichletDraw } from "../random/dirichlet-draw";
import type { Random } from "../random/random";
import type { Uncertainty } from "./uncertainty";

/**
 * Draws the weights of a whole tree, each dimension's children on their own.
 *
 * @param own the method's weights by node
 * @returns a function that fills and returns one array by node, the same each time
 * @throws RangeError if the concentration is not above 0
 */
export function weightDrawer(
  { nodes }: Plan,
  own: readonly number[],
  how: Uncertainty["weights"] = { concentration: 50 },
): (random: Random) => ArrayLike<number> {
  const drawn = Float64Array.from(own);
  if (how === "fixed") return () => drawn;
  const concentration = how === "uniform" ? 0 : how.concentration;
  if (!(how === "uniform" || (concentration > 0 && concentration < Infinity))) {
    throw new RangeError(`weights expect a concentration above 0, got ${concentration}`);
  }
  const families = nodes
    .filter(({ children }) => children.length > 1)
    .map(({ children }) => ({
      children,
      shapes: Float64Array.from(children, (child) =>
        how === "uniform" ? Number(own[child]! > 0) : concentration * own[child]!,
      ),
      shares: new Float64Array(children.length),
    }));
  return (random) => {
    for (const { children, shapes, shares } of families) {
      dirichletDraw(random, shapes, shares);
      for (let c = 0; c < children.length; c++) drawn[children[c]!] = shares[c]!;
    }
    return drawn;
  };
}
