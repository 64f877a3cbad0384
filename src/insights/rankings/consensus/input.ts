import { badInput } from "../../../graph/bad-input";
import { requireFrom, requireSeed } from "../../read/counts";

export type ConsensusMethod = "KEMENY" | "SCHULZE" | "COPELAND" | "BORDA" | "PLACKETT_LUCE";
export type ConsensusTake = "LATEST_OF_EACH_PUBLISHER" | "LATEST_OF_EACH_RANKING" | "ALL";

/** Which lists are put together, and how, as the graph hands it on. */
export interface ConsensusInput {
  readonly editions?: readonly string[] | null;
  readonly where?: object | null;
  readonly take: ConsensusTake;
  readonly method: ConsensusMethod;
  readonly minimumLists: number;
  readonly minimumPlaces: number;
  readonly draws: number;
  readonly level: number;
  readonly seed: number;
}

/** Which lists are put together, and how, as it is asked; the draws may be left to the method. */
export type ConsensusQuestion = Omit<ConsensusInput, "draws"> & { readonly draws?: number | null };

/** Draws where none are asked for: a Plackett-Luce model takes so much longer than the others to fit. */
const usualDraws: Readonly<Record<ConsensusMethod, number>> = {
  KEMENY: 200,
  SCHULZE: 200,
  COPELAND: 200,
  BORDA: 200,
  PLACKETT_LUCE: 20,
};

/** The question with its draws settled. */
export const settled = ({ draws, ...question }: ConsensusQuestion): ConsensusInput => ({
  ...question,
  draws: draws ?? usualDraws[question.method],
});

/** What is taken where nothing else is asked for; the graph's defaults say the same. */
export const usual: ConsensusInput = {
  take: "LATEST_OF_EACH_PUBLISHER",
  method: "KEMENY",
  minimumLists: 2,
  minimumPlaces: 5,
  draws: 200,
  level: 0.9,
  seed: 1,
};

/** The most lists that are put together. */
export const mostLists = 60;

/** @throws GraphQLError BAD_USER_INPUT where something is out of its range or two things contradict each other */
export function requireInput({
  editions,
  where,
  take,
  minimumLists,
  minimumPlaces,
  draws,
  level,
  seed,
}: ConsensusInput): void {
  if (editions && where) throw badInput("expected `editions` or `where`, got both");
  if (editions && (editions.length < 2 || editions.length > mostLists || new Set(editions).size !== editions.length))
    throw badInput(
      `\`editions\` expects 2 to ${mostLists} different slugs, got ${editions.length === 0 ? "none" : `${editions.length}: ${editions.join(", ")}`}`,
    );
  if (editions && take !== usual.take)
    throw badInput(
      `expected \`editions\` or \`take\`, got both: of editions named all are taken, ${take} chooses among others`,
    );
  if (editions && minimumPlaces !== usual.minimumPlaces)
    throw badInput(
      `expected \`editions\` or \`minimumPlaces\`, got both: editions named are taken if 2 of their places are known`,
    );
  requireFrom(1, mostLists, minimumLists, "minimumLists");
  requireFrom(2, 1_000, minimumPlaces, "minimumPlaces");
  requireFrom(0, 2_000, draws, "draws");
  requireSeed(seed);
  if (!(level > 0 && level < 1)) throw badInput(`\`level\` expects more than 0 and less than 1, got ${level}`);
}

/** The most steps one consensus may take, roughly: some seconds. */
const mostSteps = 4e9;

/** Steps of one draw, roughly, for n cities: a billionth of a second each. */
const stepsOf: Readonly<Record<ConsensusMethod, (n: number) => number>> = {
  KEMENY: (n) => 600 * n * n,
  SCHULZE: (n) => 2 * n ** 3,
  COPELAND: (n) => 20 * n * n,
  BORDA: (n) => 100 * n,
  // Some seven inversions of a matrix of n by n, for the slopes and at last for the errors.
  PLACKETT_LUCE: (n) => 50 * n ** 3 + 4_000 * n * n,
};

/** Refuses what would take too long, before it is begun. @throws GraphQLError BAD_USER_INPUT with its cost and the limit */
export function requireAffordable(cities: number, { method, draws }: ConsensusInput): void {
  const each = stepsOf[method](cities);
  const cost = each * (draws + 1);
  if (cost <= mostSteps) return;
  const most = Math.max(0, Math.floor(mostSteps / each) - 1);
  const count = (n: number) => n.toLocaleString("en", { maximumFractionDigits: 0 });
  throw badInput(
    `${draws} draws of a ${method} consensus of ${count(cities)} cities would cost ${count(cost)} steps, the limit is ` +
      `${count(mostSteps)}: ask for at most ${count(most)} draws, for fewer lists, or raise \`minimumLists\``,
  );
}
