import { type Fault, fact, sentence, thing } from "../kind";
import { Placement, PlacementInput } from "./placement";
import { Ranking, RankingInput } from "./ranking";
import { editionEdges, placementEdges, rankingEdges, subScoreEdges } from "./ranking.edges";
import { RankingEdition, RankingEditionInput } from "./ranking-edition";
import { SubScore, SubScoreInput } from "./sub-score";

export const rankings = thing<RankingInput>({
  name: "rankings",
  one: "ranking",
  entity: Ranking,
  input: RankingInput,
  identify: ({ slug }) => slug,
  edges: rankingEdges,
});

export const rankingEditions = fact<RankingEditionInput>({
  name: "rankingEditions",
  one: "rankingEdition",
  by: "slug",
  entity: RankingEdition,
  input: RankingEditionInput,
  identify: ({ slug }) => slug,
  edges: editionEdges,
  claims: {
    compares: { citiesAssessed: "exactly", published: "date" },
    says: ({ citiesAssessed, published, title }) => sentence({ title, published, "cities assessed": citiesAssessed }),
  },
  brief: ["ranking", "year"],
  order: ["year desc"],
  check: ({ slug, ranking, year }) =>
    slug === `${ranking}-${year}`
      ? []
      : [{ path: "slug", message: `expected \`${ranking}-${year}\`, got \`${slug}\`` }],
  mentions: ({ dimensions = [], comparableWith = [] }) => [
    ...dimensions.map(({ dimension }, i) => ({ path: `dimensions.${i}.dimension`, id: `Dimension:${dimension}` })),
    ...comparableWith.map((edition, i) => ({ path: `comparableWith.${i}`, id: `RankingEdition:${edition}` })),
  ],
});

export const placements = fact<PlacementInput>({
  name: "placements",
  one: "placement",
  by: "id",
  entity: Placement,
  input: PlacementInput,
  identify: ({ edition, city }) => `${edition}/${city}`,
  edges: placementEdges,
  claims: { compares: { rank: "exactly", score: "rounded", rating: "words" }, says: standing },
  through: { year: "edition.year", ranking: "edition.ranking", country: "city.country", cityName: "city.name" },
  order: ["edition.year desc", "rank"],
  check: saysSomething,
});

export const subScores = fact<SubScoreInput>({
  name: "subScores",
  one: "subScore",
  by: "id",
  entity: SubScore,
  input: SubScoreInput,
  identify: ({ edition, city, dimension }) => `${edition}/${city}/${dimension}`,
  edges: subScoreEdges,
  claims: { compares: { rank: "exactly", score: "rounded", rating: "words" }, says: standing },
  through: { year: "edition.year", ranking: "edition.ranking", country: "city.country", cityName: "city.name" },
  order: ["edition.year desc", "rank"],
  check: saysSomething,
  derives: ({ edition, city }) => ({ placement: `${edition}/${city}` }),
});

interface Standing {
  rank?: number;
  score?: number;
  rating?: string;
}

function standing({ rank, score, rating }: Standing): string {
  return sentence({ rank, score, rating });
}

function saysSomething({ rank, score, rating }: Standing): Fault[] {
  const silent = rank === undefined && score === undefined && rating === undefined;
  return silent ? [{ path: "rank", message: "expected a rank, a score or a rating, got none" }] : [];
}
