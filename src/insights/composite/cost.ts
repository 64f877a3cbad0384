import { badInput } from "../../graph/bad-input";
import { type Simulation } from "./definition";

/** What one index may take: steps are cities x indicators x draws, ranks are cities x draws. */
const most = { cities: 5_000, draws: 1_000_000, steps: 500_000_000, ranks: 20_000_000 } as const;

/**
 * Refuses an index that would take too long, before anything of it is read.
 *
 * @throws GraphQLError BAD_USER_INPUT with its cost and the limit
 */
export function requireAffordable(cities: number, indicators: number, { draws }: Pick<Simulation, "draws">): void {
  const [steps, ranks] = [cities * indicators * draws, cities * draws];
  if (steps <= most.steps && ranks <= most.ranks && draws <= most.draws && cities <= most.cities) return;
  const count = (n: number) => n.toLocaleString("en");
  const draw = Math.floor(Math.min(most.steps / (cities * indicators), most.ranks / cities, most.draws));
  throw badInput(
    `${count(draws)} simulations of ${count(cities)} cities by ${count(indicators)} ${indicators === 1 ? "indicator" : "indicators"} would cost ` +
      `${count(steps)} steps and ${count(ranks)} ranks; the limits are ${count(most.steps)} steps, ${count(most.ranks)} ranks and ${count(most.cities)} cities: ` +
      (cities > most.cities ? "narrow the cities down by `cities` or `where`" : `ask for at most ${count(draw)} draws`),
  );
}
