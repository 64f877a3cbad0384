/** A claim of the seed article, the question that asks for it, and what the answer must hold. */
export interface SeedClaim {
  readonly number: number;
  /** What the article says. */
  readonly says: string;
  /** The question. Each fact of its answer spreads `...Cited`. */
  readonly asks: string;
  /** The facts of the answer, in its order. */
  readonly facts: readonly Cited[];
}

/** A fact of an answer, with who says it. */
export interface Cited {
  readonly status: Status;
  /** What the fact holds. */
  readonly holds: Readonly<Record<string, unknown>>;
  /** What the article's own claim says, where the graph goes by another that differs. */
  readonly article?: string | RegExp;
  /** Fields of the article's own claim that its fact shows in another shape. */
  readonly own?: Readonly<Record<string, unknown>>;
  /** What others say instead, by source. */
  readonly rivals?: Readonly<Record<string, string | RegExp>>;
  /** Who says it, where it is not the article: a fact beside the claim. */
  readonly saidBy?: string;
}

type Status = "CORROBORATED" | "SINGLE_SOURCE" | "CONTESTED" | "CORRECTED" | "PLANNED";

/** The source of the seed article. */
export const article = "network-king-shanghai-smartest-city-2023";

/** What every question asks of every fact. */
export const citedFragment = `
  fragment Cited on Fact {
    evidence { status claims { text values source { slug } } }
  }`;

/** A fact that the article states. */
export function cited(status: Status, holds: Cited["holds"], more: Partial<Cited> = {}): Cited {
  return { status, holds, ...more };
}

/** The same, as words. */
export const said = (status: Status, text: RegExp, more: Partial<Cited> = {}): Cited =>
  cited(status, { text: expect.stringMatching(text) as unknown }, more);
