import { badInput } from "../../graph/bad-input";

/** Refuses a number of rows, draws and the like that is out of its range. @throws GraphQLError BAD_USER_INPUT */
export function requireFrom(least: number, most: number, value: number, name: string): number {
  if (value >= least && value <= most) return value;
  throw badInput(`\`${name}\` expects ${least.toLocaleString("en")} to ${most.toLocaleString("en")}, got ${value}`);
}

/** Refuses a seed that draws nothing. @throws GraphQLError BAD_USER_INPUT */
export const requireSeed = (seed: number): number => requireFrom(0, 2 ** 31 - 1, seed, "seed");

/** The first of a list, as many as `first` says: 1 to `most`. */
export function firstOf<Item>(list: readonly Item[], first: number, most = 100): readonly Item[] {
  return list.slice(0, requireFrom(1, most, first, "first"));
}
