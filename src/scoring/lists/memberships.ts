import { groupsOf, type RankList } from "./rank-list";

/**
 * How ties count at a depth that falls among them: `together`, where all of them are in as soon as the first is (they
 * truly share the place), or `average`, where each is in by the share that it would be if ties were broken at random.
 */
export type TiesAtDepth = "together" | "average";

/** How two lists overlap from the top down, one depth after another. */
export interface Overlaps {
  /** How many cities each list has. */
  lengthA: number;
  lengthB: number;
  /** By depth from 1 to the longer length: how many cities both have down to it. */
  common: number[];
  /** By depth: how many cities each list has down to it; more than the depth where ties come together. */
  sizeA: number[];
  sizeB: number[];
}

/**
 * Walks down two lists at once. A list that has ended keeps all its cities.
 *
 * @param downTo the depth at which to stop; by default the end of the longer list
 */
export function overlaps(a: RankList, b: RankList, ties: TiesAtDepth, downTo = Infinity): Overlaps {
  const [inA, inB] = [new Float64Array(a.length), new Float64Array(b.length)];
  const [stepA, stepB] = [descent(a, inA, ties), descent(b, inB, ties)];
  const deepest = Math.min(downTo, Math.max(stepA.length, stepB.length));
  const result: Overlaps = { lengthA: stepA.length, lengthB: stepB.length, common: [], sizeA: [], sizeB: [] };
  let [common, sizeA, sizeB] = [0, 0, 0];
  for (let depth = 1; depth <= deepest; depth++) {
    stepA.down(depth, (city, gain) => {
      common += gain * inB[city]!;
      sizeA += gain;
    });
    stepB.down(depth, (city, gain) => {
      common += gain * inA[city]!;
      sizeB += gain;
    });
    result.common.push(common);
    result.sizeA.push(sizeA);
    result.sizeB.push(sizeB);
  }
  return result;
}

interface Descent {
  length: number;
  down(depth: number, gained: (city: number, gain: number) => void): void;
}

function descent(list: RankList, inside: Float64Array, ties: TiesAtDepth): Descent {
  const groups = groupsOf(list);
  const groupAt: number[] = [];
  const starts = groups.map((group, g) => {
    const start = groupAt.length + 1;
    for (let k = 0; k < group.length; k++) groupAt.push(g);
    return start;
  });
  return {
    length: groupAt.length,
    down(depth, gained) {
      const g = groupAt[depth - 1];
      if (g === undefined || (ties === "together" && starts[g] !== depth)) return;
      const gain = ties === "together" ? 1 : 1 / groups[g]!.length;
      for (const city of groups[g]!) {
        inside[city]! += gain;
        gained(city, gain);
      }
    },
  };
}
