import { randomFrom } from "../../../src/scoring";
import { dirichletDraw } from "../../../src/scoring/random/dirichlet-draw";
import { logGammaDraw } from "../../../src/scoring/random/gamma-draw";
import { normalDraw } from "../../../src/scoring/random/normal-draw";
import { shuffle } from "../../../src/scoring/random/shuffle";

const many = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
function variance(values: readonly number[]): number {
  const middle = mean(values);
  return mean(values.map((value) => (value - middle) ** 2));
}

test("gives the same stream for the same seed, and another for another", () => {
  expect(many(5, randomFrom(7))).toEqual(many(5, randomFrom(7)));
  expect(many(5, randomFrom(7))).not.toEqual(many(5, randomFrom(8)));
  expect(many(5, randomFrom(7))).not.toEqual(many(5, randomFrom(7 + 2 ** 32)));
});

test("draws evenly between 0 and 1", () => {
  const draws = many(100_000, randomFrom(1));
  expect(mean(draws)).toBeCloseTo(0.5, 2);
  expect(variance(draws)).toBeCloseTo(1 / 12, 3);
  expect(draws.every((draw) => draw > 0 && draw < 1)).toBe(true);
});

test("draws from the normal and the gamma distribution with their means and variances", () => {
  const random = randomFrom(2);
  const normals = many(100_000, () => normalDraw(random));
  expect(mean(normals)).toBeCloseTo(0, 1);
  expect(variance(normals)).toBeCloseTo(1, 1);
  for (const shape of [0.3, 1, 7.5]) {
    const gammas = many(100_000, () => Math.exp(logGammaDraw(random, shape)));
    expect(Math.abs(mean(gammas) - shape)).toBeLessThan(0.05);
    expect(Math.abs(variance(gammas) / shape - 1)).toBeLessThan(0.05);
  }
});

test("draws shares from the Dirichlet distribution around its means, with its variances", () => {
  const random = randomFrom(3);
  const out = new Float64Array(3);
  const draws = many(50_000, () => {
    dirichletDraw(random, [2, 6, 0], out);
    return [...out];
  });
  expect(draws.every(([a, b, c]) => c === 0 && Math.abs(a! + b! - 1) < 1e-12)).toBe(true);
  expect(mean(draws.map(([a]) => a!))).toBeCloseTo(0.25, 2);
  expect(variance(draws.map(([a]) => a!))).toBeCloseTo((0.25 * 0.75) / 9, 3);
});

test("draws shares also from shapes so small that a gamma draw would vanish", () => {
  const out = new Float64Array(2);
  dirichletDraw(randomFrom(4), [1e-4, 1e-4], out);
  expect(out[0]! + out[1]!).toBeCloseTo(1, 12);
});

test("shuffles so that every order is as likely", () => {
  const random = randomFrom(5);
  const counts = new Map<string, number>();
  for (const order of many(60_000, () => [0, 1, 2])) {
    shuffle(order, random);
    counts.set(order.join(), (counts.get(order.join()) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

test.each([-1, 0.5, Number.NaN, 2 ** 60])("refuses the seed %s", (seed) => {
  expect(() => randomFrom(seed)).toThrow(`got ${seed}`);
});
