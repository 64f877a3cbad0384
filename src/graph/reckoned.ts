import { type Prices } from "./price";

/** A row of the graph within something reckoned: named by its global id, read with all that is asked of it. */
export class Stored {
  /** @param id a global id, such as `City:shanghai-cn` */
  constructor(readonly id: string) {}
}

/**
 * Does long work in another thread, so that others need not wait for it.
 *
 * @param task its name; input and result are plain data
 * @param who asks, so that those who ask take turns
 * @throws GraphQLError OVERLOADED when too much waits already, CANCELLED when the caller went away
 */
export type Work = (task: string, input: unknown, signal?: AbortSignal, who?: string) => Promise<unknown>;

/** What may be asked for while something is reckoned. */
export interface Asking {
  /** The revision that the whole answer is of. */
  readonly revision: number;
  /** The address under which the graph is reached, without a slash at its end. */
  readonly publicUrl: string;
  /**
   * Reads stored knowledge as of that revision, by a query as any caller would write it; with `@asOf`, as of an earlier one.
   *
   * @throws GraphQLError what the graph says is wrong with the question
   */
  read<Data>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Data>;
  work<Result>(task: string, input: unknown): Promise<Result>;
  /**
   * What was made under a key for the revision of the answer, made only once for all who ask, and kept for a while. It must
   * follow from the key and the revision alone; it is made to its end even if its first caller goes away.
   */
  remember<Made>(key: string, make: (asking: Asking) => Promise<Made>): Promise<Made>;
}

/**
 * A root field reckoned in Node. What it answers is a plain object as its type has it; in the place of a stored row
 * stands a `Stored`, and a field may be a function of its arguments, which may take its time.
 */
export interface Reckoned {
  readonly field: string;
  /** Its arguments and its type, which may be null, in SDL: `(input: ProjectionInput!): Projection`. */
  readonly sdl: string;
  readonly description: string;
  /** What it costs, in rows, with all that it reads; 100 where it does not say. */
  readonly cost?: number;
  /** Its arguments, or fields of its input, that say how long lists of its answer can be. */
  readonly bounds?: readonly string[];
  /** What fields of its answer cost that are reckoned only where they are asked for, and how long its lists can be. */
  readonly pricesWithin?: Prices;
  /** @throws GraphQLError where what is asked for cannot be reckoned; the field is null then */
  reckon(args: never, asking: Asking): Promise<object | null>;
}

/** Root fields in SDL. */
export const reckonedSdl = (fields: readonly Reckoned[]): string =>
  fields.length === 0
    ? ""
    : `extend type Query {\n${fields.map(({ field, sdl, description }) => `${JSON.stringify(description)} ${field}${sdl}`).join("\n")}\n}`;
