import { logarithmicMean } from "./logarithmic-mean";

/**
 * How parts are put together. The lower the power, the less a low part can be bought back by a high one: `arithmetic`
 * (power 1) lets one point stand for another, `geometric` (0) and `harmonic` (-1) ever less; `{ power }` names any
 * power, and one below 1 limits compensation by as much as is wanted.
 */
export type Aggregation = "arithmetic" | "geometric" | "harmonic" | { readonly power: number };

/**
 * A mean as the arithmetic mean of transformed parts: `from` (the weighted mean of `to` of each part).
 *
 * @see G. H. Hardy, J. E. Littlewood and G. Polya, Inequalities, Cambridge, 1934, chapter III
 */
export interface Mean {
  name: string;
  /** Whether the parts count as they are (the arithmetic mean); all other means refuse parts below 0. */
  linear: boolean;
  /** Whether a single part of 0 makes the whole 0. */
  zeroTakesAll: boolean;
  to(part: number): number;
  from(transformed: number): number;
  /** The slope of `to` between two parts: (to(a) - to(b)) / (a - b), and its derivative where they are equal. */
  chord(a: number, b: number): number;
}

/** The mean that an aggregation names; a power of 1, 0 or -1 is the mean of that name. */
export function meanOf(aggregation: Aggregation): Mean {
  if (typeof aggregation !== "string") return powerOf(aggregation.power);
  const mean = { arithmetic, geometric, harmonic }[aggregation];
  if (!mean) throw new RangeError(`expected arithmetic, geometric, harmonic or { power }, got ${String(aggregation)}`);
  return mean;
}

const same = (part: number) => part;
const inverted = (part: number) => 1 / part;

const arithmetic: Mean = {
  name: "arithmetic mean",
  linear: true,
  zeroTakesAll: false,
  to: same,
  from: same,
  chord: () => 1,
};

const geometric: Mean = {
  name: "geometric mean",
  linear: false,
  zeroTakesAll: true,
  to: Math.log,
  from: Math.exp,
  chord: (a, b) => 1 / logarithmicMean(a, b),
};

const harmonic: Mean = {
  name: "harmonic mean",
  linear: false,
  zeroTakesAll: true,
  to: inverted,
  from: inverted,
  chord: (a, b) => -1 / (a * b),
};

function powerOf(power: number): Mean {
  // Beyond, powers of scores such as 100 leave the range of numbers; the mean is all but the least or the greatest part then.
  if (!(Math.abs(power) <= 100)) throw new RangeError(`a power mean expects a power from -100 to 100, got ${power}`);
  if (power === 1) return arithmetic;
  if (power === 0) return geometric;
  if (power === -1) return harmonic;
  return {
    name: `power mean of ${power}`,
    linear: false,
    zeroTakesAll: power < 0,
    to: (part) => part ** power,
    from: (transformed) => transformed ** (1 / power),
    chord: (a, b) => powerChord(a, b, power),
  };
}

function powerChord(a: number, b: number, power: number): number {
  if (a === b) return power * a ** (power - 1);
  if (a === 0 || b === 0) return (a ** power - b ** power) / (a - b);
  // expm1 keeps the digits that a difference of two near powers would lose.
  const ratio = Math.log(a / b);
  return (b ** (power - 1) * Math.expm1(power * ratio)) / Math.expm1(ratio);
}
