import type { IndexMethod } from "../../../src/scoring";

/** The Human Development Index as UNDP's technical note 1 (2014 to today) defines it. */
export const humanDevelopment: IndexMethod = {
  scale: [0, 1],
  aggregate: "geometric",
  tree: {
    name: "human development",
    children: [
      { name: "life expectancy", normalise: { kind: "goalposts", low: 20, high: 85 } },
      {
        name: "education",
        aggregate: "arithmetic",
        children: [
          { name: "expected schooling", normalise: { kind: "goalposts", low: 0, high: 18 } },
          { name: "mean schooling", normalise: { kind: "goalposts", low: 0, high: 15 } },
        ],
      },
      { name: "income", normalise: { kind: "goalposts", low: 100, high: 75_000, log: true } },
    ],
  },
};

/** UNDP, Human Development Report 2021/22, statistical annex, table 1: the year 2021, and the HDI as published. */
export const countries = [
  { name: "Switzerland", hdi: 0.962, life: 83.9872, expected: 16.50029945, mean: 13.85966015, income: 66_933.00454 },
  { name: "Norway", hdi: 0.961, life: 83.2339, expected: 18.1852, mean: 13.00362968, income: 64_660.10622 },
  { name: "Iceland", hdi: 0.959, life: 82.6782, expected: 19.16305923, mean: 13.76716995, income: 55_782.04981 },
  { name: "Hong Kong", hdi: 0.952, life: 85.4734, expected: 17.27816963, mean: 12.22620964, income: 62_606.8454 },
  { name: "Australia", hdi: 0.951, life: 84.5265, expected: 21.05459023, mean: 12.72682, income: 49_238.43335 },
  { name: "Denmark", hdi: 0.948, life: 81.3753, expected: 18.71480942, mean: 12.96049023, income: 60_364.78595 },
  { name: "Sweden", hdi: 0.947, life: 82.9833, expected: 19.41852951, mean: 12.60972023, income: 54_489.37445 },
];

export const humanDevelopmentData = {
  columns: {
    "life expectancy": countries.map(({ life }) => life),
    "expected schooling": countries.map(({ expected }) => expected),
    "mean schooling": countries.map(({ mean }) => mean),
    income: countries.map(({ income }) => income),
  },
};
