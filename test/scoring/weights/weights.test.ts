import { ahp, entropyWeights, equalWeights, givenWeights, principalComponentWeights } from "../../../src/scoring";

test("shares out given and equal weights", () => {
  expect(givenWeights([1, 3])).toEqual([0.25, 0.75]);
  expect(equalWeights(4)).toEqual([0.25, 0.25, 0.25, 0.25]);
});

// The choice of a leader: the worked example of the article "Analytic hierarchy process - leader example".
test("gives the priorities and the consistency ratio of the leader example", () => {
  const { weights, consistencyRatio } = ahp([
    [1, 4, 3, 7],
    [1 / 4, 1, 1 / 3, 3],
    [1 / 3, 3, 1, 5],
    [1 / 7, 1 / 3, 1 / 5, 1],
  ]);
  expect(weights.map((weight) => Number(weight.toFixed(3)))).toEqual([0.548, 0.127, 0.27, 0.056]);
  expect(consistencyRatio).toBeCloseTo(0.044, 3);
});

// T. L. Saaty, The Analytic Hierarchy Process, 1980: the wealth of seven nations, judged in 1972.
test("gives the priorities, the eigenvalue and the index of Saaty's wealth of nations", () => {
  const { weights, lambda, consistencyIndex, consistencyRatio } = ahp([
    [1, 4, 9, 6, 6, 5, 5],
    [1 / 4, 1, 7, 5, 5, 3, 4],
    [1 / 9, 1 / 7, 1, 1 / 5, 1 / 5, 1 / 7, 1 / 5],
    [1 / 6, 1 / 5, 5, 1, 1, 1 / 3, 1 / 3],
    [1 / 6, 1 / 5, 5, 1, 1, 1 / 3, 1 / 3],
    [1 / 5, 1 / 3, 7, 3, 3, 1, 2],
    [1 / 5, 1 / 4, 5, 3, 3, 1 / 2, 1],
  ]);
  expect(weights.map((weight) => Number(weight.toFixed(2)))).toEqual([0.43, 0.23, 0.02, 0.05, 0.05, 0.12, 0.09]);
  expect(lambda).toBeCloseTo(7.61, 2);
  expect(consistencyIndex).toBeCloseTo(0.1, 2);
  expect(consistencyRatio).toBeCloseTo(0.1 / 1.32, 2);
});

test("finds consistent judgements consistent, and takes printed reciprocals", () => {
  const { weights, consistencyRatio, lambda } = ahp([
    [1, 2, 6],
    [1 / 2, 1, 3],
    [1 / 6, 1 / 3, 1],
  ]);
  expect(weights).toEqual([0.6, 0.3, 0.1].map((weight) => expect.closeTo(weight, 12)));
  expect(consistencyRatio).toBeCloseTo(0, 12);
  expect(lambda).toBeCloseTo(3, 12);
  expect(
    ahp([
      [1, 3],
      [0.33, 1],
    ]).weights[0],
  ).toBeCloseTo(0.75, 2);
});

test("weighs by entropy the column that differs, and not the one that does not", () => {
  const { weights, entropies } = entropyWeights([
    [1, 1, 1, 1],
    [1, 0, 0, 0],
  ]);
  expect(weights).toEqual([0, 1]);
  expect(entropies).toEqual([expect.closeTo(1, 12), 0]);
  // Shares 1/4 and 3/4: the entropy of one throw of a lopsided coin, 0.811 bits.
  expect(
    entropyWeights([
      [1, 3],
      [1, 1e9],
    ]).entropies[0],
  ).toBeCloseTo(0.8112781, 6);
});

test("weighs by the first principal component the columns that move together", () => {
  const common = [1, 2, 3, 4, 5, 6];
  const { weights, loadings, explained } = principalComponentWeights([
    common,
    common.map((x) => 2 * x),
    [3, 1, 2, 2, 1, 3],
  ]);
  expect(weights[0]).toBeCloseTo(0.5, 6);
  expect(weights[2]).toBeCloseTo(0, 6);
  expect(loadings[0]).toBeCloseTo(1, 6);
  expect(explained).toBeCloseTo(2 / 3, 6);
});

test("shows which column runs against the others", () => {
  const { loadings } = principalComponentWeights([
    [1, 2, 3, 4],
    [1, 3, 2, 5],
    [4, 3, 2, 0],
  ]);
  expect(loadings[2]).toBeLessThan(0);
});

test.each<[string, () => unknown, string]>([
  ["a negative weight", () => givenWeights([1, -1]), "got -1 at 1"],
  ["weights of 0", () => givenWeights([0, 0]), "sum above 0, got 0"],
  ["no weights", () => equalWeights(0), "at least one number"],
  [
    "judgements that are not reciprocal",
    () =>
      ahp([
        [1, 3],
        [3, 1],
      ]),
    "judgement 1, 0 to be 1 / judgement 0, 1, got 3 and 3",
  ],
  ["judgements that are not square", () => ahp([[1, 3]]), "expects 1 judgements in row 0, got 2"],
  [
    "a judgement of 0",
    () =>
      ahp([
        [1, 0],
        [0, 1],
      ]),
    "above 0, got 0 at 0, 1",
  ],
  [
    "even columns",
    () =>
      entropyWeights([
        [1, 1],
        [2, 2],
      ]),
    "a column of unequal values",
  ],
  ["a negative value for entropy", () => entropyWeights([[1, -1]]), "got -1 in column 0"],
  [
    "a constant column",
    () =>
      principalComponentWeights([
        [1, 1, 1],
        [1, 2, 3],
      ]),
    "columns of different values",
  ],
  ["two cities", () => principalComponentWeights([[1, 2]]), "at least three cities, got 2"],
])("refuses %s", (_, reckon, message) => {
  expect(reckon).toThrow(message);
});
