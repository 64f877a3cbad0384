import { list, many, one, optional } from "../../graph/edge";
import { City } from "../cities/city";
import { Dimension } from "../dimensions/dimension";
import { Organisation } from "../organisations/organisation";
import { Placement } from "./placement";
import { Ranking } from "./ranking";
import { EditionDimension, RankingEdition } from "./ranking-edition";
import { SubScore } from "./sub-score";

/** How rankings hang together with who publishes them. */
export const rankingEdges = [
  one(Ranking, "publisher", Organisation, "Who publishes it."),
  many(Organisation, "rankings", Ranking, { on: "publisher", order: ["name"] }, "The rankings it publishes."),
];

/** How editions hang together with their ranking and its dimensions. */
export const editionEdges = [
  one(RankingEdition, "ranking", Ranking, "The ranking it is an edition of."),
  many(Ranking, "editions", RankingEdition, { on: "ranking", order: ["year desc"] }, "Its editions, the latest first."),
  one(EditionDimension, "dimension", Dimension, "The dimension."),
];

/** How placements hang together with cities and editions. */
export const placementEdges = [
  one(Placement, "edition", RankingEdition, "The edition it is a place in."),
  one(Placement, "city", City, "The city that holds it."),
  many(
    City,
    "placements",
    Placement,
    { on: "city", order: ["edition.year desc", "rank"] },
    "Its places in rankings, the latest first.",
  ),
  many(
    RankingEdition,
    "placements",
    Placement,
    { on: "edition", order: ["rank"] },
    "Who stands where, the first first.",
  ),
];

/** How sub-scores hang together with placements and dimensions. */
export const subScoreEdges = [
  one(SubScore, "edition", RankingEdition, "The edition it belongs to."),
  one(SubScore, "city", City, "The city it is about."),
  one(SubScore, "dimension", Dimension, "The dimension it measures."),
  optional(one(SubScore, "placement", Placement, "The placement it is a part of; null when that is not known.")),
  list(
    Placement,
    "dimensions",
    SubScore,
    { on: "placement", order: ["dimension.name"] },
    "How it stands in each dimension that is known.",
  ),
  many(
    Dimension,
    "subScores",
    SubScore,
    { on: "dimension", order: ["edition.year desc", "rank"] },
    "How cities stand in it.",
  ),
];
