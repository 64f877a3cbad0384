import type { Case } from "./cases";

/**
 * Prints series that were made up, to be foretold: `node dist/bench/forecast/simulate.js > simulated.ndjson`. They are the
 * same each time, and nothing was set by them.
 */
function main(): void {
  for (const { name, frequency, horizon, lengths, many } of lists)
    for (const kind of Object.keys(kinds))
      for (let i = 0; i < many; i++)
        process.stdout.write(`${JSON.stringify(made(kind, i, `${name} ${kind}`, frequency, horizon, lengths))}\n`);
}

const lists = [
  { name: "yearly", frequency: 1, horizon: 6, lengths: [14, 18, 24, 32], many: 150 },
  { name: "quarterly", frequency: 4, horizon: 8, lengths: [28, 36, 44, 56], many: 150 },
  { name: "monthly", frequency: 12, horizon: 18, lengths: [60, 84, 110], many: 50 },
] as const;

/** What a step makes of where a series stands; `shock` and `noise` have a deviation of about 1. */
interface Step {
  level: number;
  slope: number;
  cycle: number;
  readonly growth: number;
  readonly spread: number;
  readonly at: number;
}

type Kind = (step: Step, shock: number, noise: number) => number;

/** Moves the level on, and tells where it is then. */
function moved(step: Step, by: number): number {
  step.level += by;
  return step.level;
}

/** Logarithms of values, kind by kind. */
const kinds: Readonly<Record<string, Kind>> = {
  walk: (step, shock) => moved(step, step.spread * shock),
  "walk with drift": (step, shock) => moved(step, step.growth + step.spread * shock),
  "wandering trend": (step, shock, noise) => {
    step.slope += 0.3 * step.spread * noise;
    return moved(step, step.growth + step.slope + step.spread * shock);
  },
  "damped trend": (step, shock, noise) => {
    step.slope = 0.8 * step.slope + 0.4 * step.spread * noise;
    return moved(step, step.slope + 0.5 * step.spread * shock);
  },
  autoregression: (step, shock) => {
    step.cycle = 0.6 * step.cycle + step.spread * shock;
    return step.level + 0.3 * step.growth * step.at + step.cycle;
  },
  "trend with noise": (step, shock) => step.level + step.growth * step.at + step.spread * shock,
  "smoothed noise": (step, shock, noise) => {
    return moved(step, 0.4 * step.spread * shock) + step.spread * noise;
  },
};

function made(
  kind: string,
  i: number,
  period: string,
  frequency: number,
  horizon: number,
  lengths: readonly number[],
): Case {
  const { normal, one } = chance(`${period} ${i}`);
  const known = one(lengths);
  const heavy = i % 2 === 0;
  const seasons = Array.from({ length: frequency }, () => (frequency > 1 && i % 4 < 3 ? 0.08 * normal() : 0));
  const start = {
    level: 7 + normal(),
    growth: (0.03 / frequency) * (1 + normal()),
    spread: one([0.01, 0.03, 0.06, 0.12]),
  };
  const step = { ...start, slope: 0, cycle: 0, at: 0 };
  const values = Array.from({ length: known + horizon }, (_, at) => {
    step.at = at;
    const value = kinds[kind]!(step, heavy ? heavyTailed(normal) : normal(), normal()) + seasons[at % frequency]!;
    return Number(Math.exp(Math.max(-20, Math.min(value, 40))).toPrecision(6));
  });
  return {
    id: `${period} ${i}`,
    period,
    frequency,
    horizon,
    history: values.slice(0, known),
    actual: values.slice(known),
  };
}

/** Student's t with 3 degrees of freedom, brought to a deviation of 1. */
function heavyTailed(normal: () => number): number {
  const squares = [normal(), normal(), normal()].reduce((sum, x) => sum + x * x, 0);
  return normal() / Math.sqrt(squares / 3) / Math.sqrt(3);
}

/** Numbers by chance, the same for the same word. */
function chance(word: string) {
  let state = [...word].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619), 2166136261) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    one: <Item>(list: readonly Item[]): Item => list[Math.floor(next() * list.length)]!,
  };
}

main();
