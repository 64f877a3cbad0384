import { many, one, optional } from "../../graph/edge";
import { thing } from "../kind";
import { Ranking } from "../rankings/ranking";
import { Dimension, DimensionInput } from "./dimension";

export const dimensions = thing<DimensionInput>({
  name: "dimensions",
  one: "dimension",
  entity: Dimension,
  input: DimensionInput,
  identify: ({ slug }) => slug,
  edges: [
    optional(one(Dimension, "ranking", Ranking, "The ranking it is a part of; null for one that no ranking owns.")),
    many(Ranking, "dimensions", Dimension, { on: "ranking", order: ["name"] }, "The parts the ranking is made of."),
  ],
});
