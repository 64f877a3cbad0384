import { type Computed } from "../../graph/model";
import { type Asking } from "../../graph/reckoned";
import { Index } from "../../knowledge/indices/index-definition";
import { questionPermalink } from "../permalink";
import { indexAnswer } from "./answer";
import { type Definition, type FlatPart, type Scope, type Simulation, treeOf } from "./definition";
import { reckonedIndex } from "./reckoned-index";

type Row = Omit<Definition, "parts"> & { readonly slug: string; readonly parts: readonly FlatPart[] };
type Args = Scope & { readonly simulation: Simulation };

/** The scores of an index that is kept by name. */
export const storedIndexScores: Computed = {
  owner: Index,
  field: "scores",
  cost: 4_000,
  sdl: `(
    "Slugs of the cities, 1 to 5,000." cities: [Slug!]
    "Or a filter that finds them. Without either, those of which an indicator is known themselves, not by their country." where: CityFilter
    "Only figures of periods that end in this year; by default each city's latest." year: Year
    "How sure the ranks are is found by simulation." simulation: IndexSimulationInput! = {}
  ): CompositeIndex`,
  description:
    "Its scores, reckoned from what is known at the revision asked for. Null, with an error, where they cannot be reckoned.",
  needs: `{
    slug weights aggregate power normalise outliers outliersLow outliersHigh missing coverage coverageEach groupBy
    countryValues since
    parts {
      name within weight weights aggregate power normalise low high target times transform
      indicator { slug } proxy { slug } per { slug }
    }
  }`,
  compute: (row, args, asking) => scoresOf(row as unknown as Row, args as unknown as Args, asking),
};

async function scoresOf(
  { slug, parts, ...settings }: Row,
  { simulation, ...scope }: Args,
  asking: Asking,
): Promise<object> {
  const reckoned = await reckonedIndex(asking, { ...settings, parts: treeOf(parts) }, scope, simulation);
  const variables = { slug, ...scope, simulation };
  return indexAnswer(reckoned, questionPermalink(asking.publicUrl, asking.revision, question, variables), asking);
}

const question = `query IndexScores($slug: Slug!, $cities: [Slug!], $where: CityFilter, $year: Year, $simulation: IndexSimulationInput!) {
  index(slug: $slug) {
    name version description gaps
    scores(cities: $cities, where: $where, year: $year, simulation: $simulation) {
      scores { rank interval { low high } first score city { name } }
      excluded { city { name } reason }
      licences { licence sources { title url } }
      warnings method
    }
  }
}`;
