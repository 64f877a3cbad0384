import { type GraphQLField, type SelectionSetNode } from "graphql";

/** What a field costs beyond the rows it answers, and how many those can be; all in rows. */
export interface Price {
  /** Each time it is asked for. */
  readonly cost?: number;
  /** Once, of however many rows it is asked: what is read and reckoned for all of them together. */
  readonly once?: number;
  /** How many rows its list has at most, where it takes no `first` that says so, or where they may be fewer than that. */
  readonly rows?: number | Bound;
  /** The arguments, or fields of an input, that say how long lists beneath it can be. */
  readonly bounds?: readonly string[];
  /** What of its row it is reckoned from. */
  readonly needs?: SelectionSetNode;
}

/** A list has no more rows than an argument above it says. */
export interface Bound {
  readonly by: string;
  /** How many it has where nothing is said. */
  readonly most: number;
}

/** Prices by type and field. */
export type Prices = Readonly<Record<string, Readonly<Record<string, Price>>>>;

type Field = GraphQLField<unknown, unknown>;

/** What a field costs; nothing beyond its rows where none is written on it. */
export const priceOf = ({ extensions }: Pick<Field, "extensions">): Price => (extensions["price"] as Price) ?? free;

const free: Price = {};
