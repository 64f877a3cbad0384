import fc from "fast-check";
import {
  bordaPoints,
  bordaShares,
  copeland,
  kemeny,
  listsFrom,
  overruled,
  type Pairwise,
  pairwise,
  pairwiseFrom,
  plackettLuce,
  publisherWeights,
  type RankList,
  ranks,
  schulze,
} from "../../../src/scoring";
import { near } from "../near";
import { league, schulzes, tennessee } from "./examples";

describe("worked examples", () => {
  const counted = pairwise(tennessee.lists, { weights: tennessee.weights });

  test("Tennessee: Borda elects Nashville with 194 points", () => {
    expect(bordaPoints(tennessee.lists, tennessee.weights)).toEqual([126, 194, 173, 107]);
  });

  test("Tennessee: Kemeny's order is Nashville, Chattanooga, Knoxville, Memphis, which 393 of 600 statements support", () => {
    const { order, cost, exact, gap } = kemeny(counted);
    expect({ order, supported: 600 - cost, exact, gap }).toEqual({
      order: [1, 2, 3, 0],
      supported: 393,
      exact: true,
      gap: 0,
    });
  });

  test("Tennessee: Nashville wins all three duels, and Schulze and Copeland agree", () => {
    expect(copeland(counted).scores[1]).toEqual({ wins: 3, losses: 0, ties: 0, score: 3, share: 1 });
    expect(copeland(counted).ranks).toEqual([4, 1, 2, 3]);
    expect(schulze(counted).ranks).toEqual([4, 1, 2, 3]);
  });

  test("Schulze's 45 voters put E before A, C, B and D, by the strongest paths that the article prints", () => {
    const { ranks: places, paths } = schulze(pairwise(schulzes.lists, { weights: schulzes.weights }));
    expect(schulzes.cities).toEqual(["A", "B", "C", "D", "E"]);
    expect(places).toEqual([2, 4, 3, 5, 1]);
    expect([...paths]).toEqual([
      0, 28, 28, 30, 24, 25, 0, 28, 33, 24, 25, 29, 0, 29, 24, 25, 28, 28, 0, 24, 25, 28, 28, 31, 0,
    ]);
  });

  test("Schulze's 21 voters of four candidates put d before a, c and b, by the strongest paths of his article", () => {
    // M. Schulze, Social Choice and Welfare 36, 2011, example 1.
    const { cities, lists } = listsFrom(["acdb", "badc", "cdba", "dbac", "dcba"].map((order) => [...order]));
    const { ranks: places, paths } = schulze(pairwise(lists, { weights: [8, 2, 4, 4, 3] }));
    const order = [...cities.keys()].sort((a, b) => places[a]! - places[b]!);
    expect(order.map((city) => cities[city]).join("")).toBe("dacb");
    const at = (name: string) => cities.indexOf(name);
    const path = (from: string, to: string) => paths[at(from) * 4 + at(to)];
    expect([path("a", "b"), path("b", "a"), path("a", "d"), path("d", "a")]).toEqual([14, 13, 12, 13]);
  });

  test("the American League of 1987 has the worths that Agresti prints", () => {
    const n = league.teams.length;
    const duels = league.wins
      .flatMap((row, i) => row.map((weight, j) => ({ i, j, weight })))
      .filter(({ weight }) => weight > 0);
    const lists = duels.map(({ i, j }) =>
      Array.from({ length: n }, (_, team) => (team === i ? 1 : team === j ? 2 : null)),
    );
    const { cities } = plackettLuce(lists, { weights: duels.map(({ weight }) => weight) });
    expect(cities.map((team) => team!.log - cities[n - 1]!.log)).toEqual(near(league.printed, 1));
    expect(cities.reduce((sum, team) => sum + team!.worth, 0)).toBeCloseTo(1, 12);
  });

  test("by ratio a duel that nobody is against is stronger than any other, the more weight won it", () => {
    // A beats B by 3 to 0, B beats C by 9 to 1, C beats A by 1 to 0: the chain from A to C is the weaker.
    const counted = pairwiseFrom([
      [0, 3, 0],
      [0, 0, 9],
      [1, 1, 0],
    ]);
    const { paths, ranks: places } = schulze(counted, "ratio");
    expect([paths[1], paths[2], paths[5], paths[6], paths[7]]).toEqual([3e200, 9, 9, 1e200, 1e200]);
    expect(places).toEqual([2, 3, 1]);
  });

  test("a circle is broken where its majority is narrowest", () => {
    const circle = pairwiseFrom([
      [0, 8, 4],
      [2, 0, 7],
      [6, 3, 0],
    ]);
    const { order, ranks: places, cost } = kemeny(circle);
    expect({ order, cost }).toEqual({ order: [0, 1, 2], cost: 2 + 3 + 6 });
    expect(overruled(circle, places)).toEqual([{ upper: 0, lower: 2, against: 6, agree: 4 }]);
  });
});

const complete = (cities: number) =>
  fc.array(
    fc.shuffledSubarray([...Array(cities).keys()], { minLength: cities }).map((order) => {
      const list = new Array<number>(cities);
      order.forEach((city, k) => {
        list[city] = k + 1;
      });
      return list;
    }),
    { minLength: 1, maxLength: 7 },
  );
const partial = fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 9 })), { minLength: 6, maxLength: 6 }), {
  minLength: 1,
  maxLength: 6,
});

describe("invariants", () => {
  test("no order costs less than Kemeny's: all 120 are tried", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 9 })), { minLength: 5, maxLength: 5 }), {
          minLength: 1,
          maxLength: 5,
        }),
        (lists) => {
          const counted = pairwise(lists);
          const { order, cost, exact, lowerBound } = kemeny(counted);
          const cheapest = Math.min(...orders(order).map((tried) => costOf(tried, counted)));
          expect({ exact, cost, lowerBound }).toEqual({ exact: true, cost: cheapest, lowerBound: cheapest });
        },
      ),
      { numRuns: 60 },
    );
  });

  test("without a proof the bound is still one, and the order costs what it says", () => {
    fc.assert(
      fc.property(partial, (lists) => {
        const counted = pairwise(lists);
        const { order, cost, lowerBound } = kemeny(counted, { prove: false });
        expect(cost).toBeCloseTo(costOf(order, counted), 9);
        expect(lowerBound).toBeLessThanOrEqual(kemeny(counted).cost + 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  const methods: Record<string, (lists: readonly RankList[]) => readonly (number | null)[]> = {
    kemeny: (lists) => kemeny(pairwise(lists)).ranks,
    schulze: (lists) => schulze(pairwise(lists)).ranks,
    copeland: (lists) => copeland(pairwise(lists)).ranks,
    borda: (lists) => ranks(bordaShares(lists).map((city) => city?.share ?? null)),
    "Plackett and Luce": (lists) => plackettLuce(lists, { pseudo: 0.5 }).ranks,
  };

  test.each(Object.entries(methods))("the consensus of identical lists is that list: %s", (_, method) => {
    fc.assert(
      fc.property(complete(6), ([list]) => {
        expect(method([list!, list!, list!])).toEqual(list);
      }),
      { numRuns: 30 },
    );
  });

  test.each(["kemeny", "schulze", "copeland"])("who wins all duels comes first: %s", (name) => {
    fc.assert(
      fc.property(complete(6), (lists) => {
        const { scores } = copeland(pairwise(lists));
        const winner = scores.findIndex(({ wins }) => wins === 5);
        fc.pre(winner >= 0);
        expect(methods[name]!(lists)[winner]).toBe(1);
      }),
    );
  });

  test.each(["borda", "copeland", "schulze"])(
    "a city that every list ranks lower is never ranked higher: %s",
    (name) => {
      fc.assert(
        fc.property(complete(5), (lists) => {
          const places = methods[name]!(lists);
          for (let a = 0; a < 5; a++) {
            for (let b = 0; b < 5; b++) {
              if (a !== b && lists.every((list) => list[a]! < list[b]!)) expect(places[a]!).toBeLessThan(places[b]!);
            }
          }
        }),
      );
    },
  );

  test.each(["schulze", "copeland", "borda"])("the names of cities do not matter: %s", (name) => {
    fc.assert(
      fc.property(partial, fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (lists, order) => {
        const places = methods[name]!(lists);
        const renamed = methods[name]!(lists.map((list) => order.map((city) => list[city]!)));
        expect(renamed).toEqual(order.map((city) => places[city]));
      }),
    );
  });

  test("a city is not punished for lists it is not on", () => {
    const [both, one]: RankList[] = [
      [1, 2, 3],
      [null, 1, 2],
    ];
    expect(bordaShares([both!, one!]).map((city) => city!.share)).toEqual([1, 0.75, 0]);
    expect(bordaShares([[1, null, null]])).toEqual([null, null, null]);
    expect(copeland(pairwise([[1, null, null]])).ranks).toEqual([null, null, null]);
  });
});

test("of a list of known length a city beats as many as its rank leaves, ties by half", () => {
  const fragment: RankList = [1, 2, 2, null];
  expect(bordaShares([fragment], { sizes: [50] }).map((city) => city?.share ?? null)).toEqual([
    1,
    47.5 / 49,
    47.5 / 49,
    null,
  ]);
  // One city alone on what is known of a list beats others all the same.
  expect(bordaShares([[null, 3]], { sizes: [5] })).toEqual([null, { share: 2 / 4, lists: 1 }]);
  expect(() => bordaShares([fragment], { sizes: [2] })).toThrow("a size with room for rank 2 of 2, got 2");
  expect(() => bordaShares([fragment], { sizes: [] })).toThrow("bordaShares' sizes expects one length, got 1 and 0");
});

test("lists of one publisher share one vote", () => {
  expect(publisherWeights(["imd", "imd", "juniper"])).toEqual([0.5, 0.5, 1]);
});

describe("refusals", () => {
  test.each([
    [() => pairwise([]), "list"],
    [() => pairwise([[1, 2], [1]]), "lists expect one entry a city (2), got 1 in list 1"],
    [() => pairwise([[1, 2]], { weights: [-1] }), "weight"],
    [() => bordaShares([[1, 2]], { prior: -1 }), "a prior of 0 or more, got -1"],
    [() => kemeny(pairwise([[1, 2]]), { effort: 0 }), "an effort above 0, got 0"],
    [() => overruled(pairwise([[1, 2]]), [1]), "expects 2 ranks, one a city, got 1"],
    [() => plackettLuce([[1, 2]]), "every city to be linked to every other by wins and losses"],
    [() => plackettLuce([[1, null]]), "a list of two cities or more, got none"],
  ])("%s", (ask, message) => {
    expect(ask).toThrow(message);
  });
});

function orders(cities: readonly number[]): number[][] {
  if (cities.length <= 1) return [[...cities]];
  return cities.flatMap((city) => orders(cities.filter((other) => other !== city)).map((rest) => [city, ...rest]));
}

function costOf(order: readonly number[], { cities, above }: Pairwise): number {
  let cost = 0;
  order.forEach((i, k) => {
    for (const j of order.slice(k + 1)) cost += above[j * cities + i]!;
  });
  return cost;
}
