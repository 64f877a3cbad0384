import { type Asking, type Reckoned } from "../../graph/reckoned";
import { questionPermalink } from "../permalink";
import { indexAnswer } from "./answer";
import { type Definition, type Scope, type Simulation } from "./definition";
import { compositePrices } from "./prices";
import { reckonedIndex } from "./reckoned-index";
import { requireHeard } from "./require-heard";

type Input = Definition & Scope & { readonly simulation: Simulation };

/** A composite index of a caller's own. */
export const compositeIndexField: Reckoned = {
  field: "compositeIndex",
  cost: 5_000,
  bounds: ["parts"],
  pricesWithin: compositePrices,
  sdl: '("What it is made of, and how." input: CompositeIndexInput!): CompositeIndex',
  description:
    "An index of one's own: indicators made comparable and put together, with how sure each rank is, what each indicator gives, and who says so. Null, with an error, where it cannot be reckoned.",
  reckon: reckon as Reckoned["reckon"],
};

async function reckon({ input }: { input: Input }, asking: Asking): Promise<object> {
  const { publicUrl, revision } = asking;
  requireHeard(input, input);
  const reckoned = await reckonedIndex(asking, input, input, input.simulation);
  return indexAnswer(reckoned, questionPermalink(publicUrl, revision, question, { input }), asking);
}

const question = `query CompositeIndex($input: CompositeIndexInput!) {
  compositeIndex(input: $input) {
    scores {
      rank interval { low high } first score city { name }
      contributions { name points observation { text period } source { title } isProxy }
    }
    excluded { city { name } reason }
    licences { licence sources { title url } }
    warnings method
  }
}`;
