import { compositeIndex, type IndexMethod, kemeny, pairwiseFrom, randomFrom, simulateRanks } from "../../src/scoring";
import { shown } from "../table";
import { processorSeconds } from "./processor";

/** Scoring by itself: simulations, one pass over every city there is, an exact order of 25 candidates. */
export function measurePure(tell: (message: string) => void): string[][] {
  tell("1,000 cities x 30 indicators x 1,000 weightings.");
  const some = columns(1_000, 30);
  const simulated = processorSeconds(5, () => simulateRanks(method(30), { columns: some }, { seed: 1, draws: 1_000 }));
  tell("138,000 cities x 30 indicators, one pass.");
  const all = columns(138_000, 30);
  const passed = processorSeconds(5, () => compositeIndex(method(30), { columns: all }));
  tell("25 candidates without structure.");
  const exact = Array.from({ length: 10 }, (_, seed) => timed(tournament(25, seed)));
  const worst = Math.max(...exact.map(({ seconds }) => seconds));
  const proven = exact.filter(({ isExact }) => isExact).length;
  return [
    ["1,000 cities x 30 indicators x 1,000 weightings, one core", `${shown(simulated)} s`, "0.5 s"],
    ["138,000 cities x 30 indicators, one pass, one core", `${shown(passed)} s`, "0.3 s"],
    [`Kemeny, 25 candidates without structure, slowest of ${exact.length}`, `${shown(worst)} s`, "1 s"],
    ["of these proven", `${proven} of ${exact.length}`, `${exact.length}`],
  ];
}

function columns(cities: number, indicators: number): Record<string, Float64Array> {
  const random = randomFrom(7);
  return Object.fromEntries(
    Array.from({ length: indicators }, (_, i) => [
      `i${i}`,
      Float64Array.from({ length: cities }, () => random() * 100),
    ]),
  );
}

/** A tree of dimensions of five indicators each. */
const method = (indicators: number): IndexMethod => ({
  tree: {
    name: "index",
    children: Array.from({ length: indicators / 5 }, (_, d) => ({
      name: `d${d}`,
      children: Array.from({ length: 5 }, (_, i) => ({ name: `i${d * 5 + i}` })),
    })),
  },
});

/** How often each beats each other, at random: no group can be put before another. */
function tournament(n: number, seed: number) {
  const random = randomFrom(seed);
  const table = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      table[i]![j] = Math.floor(random() * 101);
      table[j]![i] = 100 - table[i]![j]!;
    }
  }
  return pairwiseFrom(table);
}

function timed(counted: ReturnType<typeof tournament>): { seconds: number; isExact: boolean } {
  let isExact = false;
  const seconds = processorSeconds(1, () => {
    isExact = kemeny(counted).exact;
  });
  return { seconds, isExact };
}
