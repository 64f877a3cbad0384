import { type Asking } from "../../graph/reckoned";
import { type RankSensitivity, type RankSummary, type SmallestChange } from "../../scoring";
import { allAtOnce } from "../read/all-at-once";
import { type OfSimulation, type RankChance } from "./composite-task";
import { type Reckoned } from "./reckoned-index";

/**
 * What takes its time to tell of an index. Whoever asks, by whatever field or alias, all of one answer is worked out at
 * once: one simulation, one sampling of choices, one search for changes.
 */
export interface MoreWork {
  /** How sure ranks are; without draws null for all. */
  summary(city: number): Promise<RankSummary | null>;
  chances(city: number): Promise<RankChance[] | null>;
  above(city: number, other: number): Promise<number | null>;
  /** Which choices move the rank of a city, or all ranks (null). */
  choices(city: number | null): Promise<RankSensitivity>;
  changesUp(city: number): Promise<SmallestChange[]>;
}

/** Makes ready what takes its time, of one answer. */
export function moreWork({ task, index }: Reckoned, { work }: Pick<Asking, "work">): MoreWork {
  const simulated = allAtOnce((asked: readonly OfSimulation[]) =>
    work<unknown[]>("simulated", { ...task, asked, ranks: index.ranks }),
  );
  const choices = allAtOnce((watched: readonly (number | null)[]) =>
    work<RankSensitivity[]>("choicesThatCount", { ...task, watched }),
  );
  const changes = allAtOnce((cities: readonly number[]) => {
    const { method, data } = task;
    return work<SmallestChange[][]>("changesUp", { method, data, cities });
  });
  const drawn = async <Told>(asked: OfSimulation): Promise<Told | null> =>
    task.draws === 0 ? null : ((await simulated(asked)) as Told);
  return {
    summary: async (city) => (await drawn<(RankSummary | null)[]>({ what: "summaries" }))?.[city] ?? null,
    chances: (city) => drawn<RankChance[]>({ what: "chances", city }),
    above: (city, other) => drawn<number>({ what: "above", pair: [city, other] }),
    choices,
    changesUp: changes,
  };
}
