import fc from "fast-check";
import { connectedParts, kemeny, listsFrom, type Pairwise, pairwise, type RankList } from "../../../src/scoring";

describe("worked examples", () => {
  const orders = (...words: string[]) => listsFrom(words.map((word) => [...word]));

  test("Condorcet's paradox: three orders contradict as little, and all three candidates tie", () => {
    // M. de Condorcet, Essai sur l'application de l'analyse, 1785: each of A > B > C, B > C > A and C > A > B once.
    const { ranks, places, cost, exact, only } = kemeny(pairwise(orders("ABC", "BCA", "CAB").lists));
    expect({ ranks, cost, exact, only }).toEqual({ ranks: [1, 1, 1], cost: 4, exact: true, only: false });
    expect(places).toEqual(Array(3).fill({ best: 1, worst: 3 }));
  });

  test("Condorcet's sixty voters put B before C and A, as Young shows, and no other order is as good", () => {
    // H. P. Young, Condorcet's theory of voting, American Political Science Review 82, 1988.
    const { cities, lists } = orders("ABC", "BCA", "BAC", "CAB", "CBA");
    const { order, cost, exact, only } = kemeny(pairwise(lists, { weights: [23, 17, 2, 10, 8] }));
    expect({ order: order.map((city) => cities[city]).join(""), cost, exact, only }).toEqual({
      ...{ order: "BCA", exact: true, only: true },
      cost: 33 + 18 + 25,
    });
  });

  test("two whom as many put one way as the other share a rank", () => {
    const { ranks, places, exact, only } = kemeny(pairwise(orders("ABCD", "ACBD").lists));
    expect({ ranks, exact, only }).toEqual({ ranks: [1, 2, 2, 4], exact: true, only: false });
    expect(places[0]).toEqual({ best: 1, worst: 1 });
    expect(places[1]).toEqual({ best: 2, worst: 3 });
  });

  test("a city that two lists hang between the same others may stand anywhere among them", () => {
    // B is above C, and D is below A: of D against B and C nothing is said.
    const { places, only } = kemeny(
      pairwise([
        [1, 2, 3, null],
        [1, null, null, 2],
      ]),
    );
    expect(places[3]).toEqual({ best: 2, worst: 4 });
    expect(only).toBe(false);
  });

  test("a city beside a circle may stand before its last, if nothing is said of the two", () => {
    // A, C and E beat one another in a circle, B is below C and E, and D is last: nothing is said of A against B.
    const { places } = kemeny(
      pairwise(
        [
          [3, 3, 2, 4, 4],
          [2, null, null, 5, null],
          [null, 4, 2, null, 1],
        ],
        { weights: [1 / 6, 1, 1 / 3] },
      ),
    );
    expect(places[0]).toEqual({ best: 1, worst: 4 });
    expect(places[1]).toEqual({ best: 3, worst: 4 });
  });

  test("six votes of a sixth each are as much as one whole vote", () => {
    const lists = [...Array(6).fill([1, 2]), [2, 1]];
    expect(kemeny(pairwise(lists, { weights: [...Array(6).fill(1 / 6), 1] })).ranks).toEqual([1, 1]);
  });

  test("a circle of thirteen may be begun anywhere: blocks of it change places at no cost", () => {
    // Each of 13 cities beats the six that follow it around a circle, by one vote: more than are looked at one by one.
    const lists = Array.from({ length: 13 }, (_, k) => Array.from({ length: 13 }, (_, city) => ((city + k) % 13) + 1));
    const { places, only } = kemeny(pairwise(lists));
    expect(only).toBe(false);
    expect(places.filter((place) => place!.best < place!.worst).length).toBeGreaterThan(6);
  });
});

describe("invariants", () => {
  const partial = fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 5, maxLength: 5 }), {
    minLength: 1,
    maxLength: 4,
  });

  test("every place told is had in an order that costs as little, and an only order is the only one: all are tried", () => {
    fc.assert(
      fc.property(partial, (lists) => {
        const counted = pairwise(lists);
        const { order, cost, places, only } = kemeny(counted);
        const best = permutations(order).filter((tried) => costOf(tried, counted) === cost);
        if (order.length > 0) expect(only).toBe(best.length === 1);
        for (const city of order) {
          const had = best.map((tried) => tried.indexOf(city) + 1);
          expect(had).toContain(places[city]!.best);
          expect(had).toContain(places[city]!.worst);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("of few cities every best and every worst place is told: all orders are tried", () => {
    const voted = fc.record({
      lists: partial,
      weights: fc.array(fc.constantFrom(1, 2, 1 / 3, 1 / 6), { minLength: 4, maxLength: 4 }),
    });
    fc.assert(
      fc.property(voted, ({ lists, weights }) => {
        const counted = pairwise(lists, { weights: weights.slice(0, lists.length) });
        const { order, cost, places } = kemeny(counted);
        const best = permutations(order).filter((tried) => Math.abs(costOf(tried, counted) - cost) < 1e-9);
        for (const city of order) {
          const had = best.map((tried) => tried.indexOf(city) + 1);
          expect(places[city]).toEqual({ best: Math.min(...had), worst: Math.max(...had) });
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("cities that tie may stand either way at the same cost", () => {
    fc.assert(
      fc.property(partial, (lists) => {
        const counted = pairwise(lists);
        const { order, cost, ranks } = kemeny(counted);
        const best = permutations(order).filter((tried) => costOf(tried, counted) === cost);
        for (const a of order) {
          for (const b of order) {
            if (a === b || ranks[a] !== ranks[b]) continue;
            expect(best.some((tried) => tried.indexOf(a) < tried.indexOf(b))).toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("parts that no list connects", () => {
  const lists: RankList[] = [
    [1, 2, null, null, null, null],
    [null, 1, 2, null, null, null],
    [null, null, null, 1, 2, null],
    [null, null, null, null, null, 1],
  ];

  test("are told, the largest first; who is on no list with another is in none", () => {
    expect(connectedParts(lists)).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
  });

  test("a list that does not count connects nothing", () => {
    expect(
      connectedParts(
        [
          [1, 2, null],
          [null, 1, 2],
        ],
        [1, 0],
      ),
    ).toEqual([[0, 1]]);
  });

  test("lists of two lengths are refused", () => {
    expect(() => connectedParts([[1, 2], [1]])).toThrow("lists expect one entry a city (2), got 1 in list 1");
  });
});

function permutations(cities: readonly number[]): number[][] {
  if (cities.length <= 1) return [[...cities]];
  return cities.flatMap((city) =>
    permutations(cities.filter((other) => other !== city)).map((rest) => [city, ...rest]),
  );
}

function costOf(order: readonly number[], { cities, above }: Pairwise): number {
  let cost = 0;
  order.forEach((i, k) => {
    for (const j of order.slice(k + 1)) cost += above[j * cities + i]!;
  });
  return cost;
}
