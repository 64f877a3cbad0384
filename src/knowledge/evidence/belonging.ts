import { type Relation } from "../../graph/model";

/** What belongs to a thing so that what is said of it is of interest there too: a city's initiatives, an award's editions. */
const belongings = [
  { type: "Initiative", table: "initiatives", column: "city", to: "City" },
  { type: "ExpoEdition", table: "expo_editions", column: "city", to: "City" },
  { type: "AwardEdition", table: "award_editions", column: "city", to: "City" },
  { type: "ExpoEdition", table: "expo_editions", column: "expo", to: "Expo" },
  { type: "AwardEdition", table: "award_editions", column: "award", to: "Award" },
  { type: "RankingEdition", table: "ranking_editions", column: "ranking", to: "Ranking" },
] as const;

/** SQL for the global ids of a thing, itself given by its own, and of what belongs to it, as an array. */
export function withBelongings(globalId: string, relation: Relation): string {
  const parts = belongings.map(
    ({ type, table, column, to }) =>
      `select '${type}:' || b.id from ${relation(table)} b where b.${column} = substr(${globalId}, ${to.length + 2}) and starts_with(${globalId}, '${to}:')`,
  );
  return `array(select ${globalId} union all ${parts.join(" union all ")})`;
}
