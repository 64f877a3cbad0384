import { many, one, optional } from "../../graph/edge";
import { Dimension } from "../dimensions/dimension";
import { thing } from "../kind";
import { Indicator, IndicatorInput } from "./indicator";

export const indicators = thing<IndicatorInput>({
  name: "indicators",
  one: "indicator",
  entity: Indicator,
  input: IndicatorInput,
  identify: ({ slug }) => slug,
  edges: [
    optional(one(Indicator, "dimension", Dimension, "The dimension it belongs to; null when it belongs to none.")),
    many(Dimension, "indicators", Indicator, { on: "dimension", order: ["name"] }, "What is measured in it."),
  ],
  check: ({ minimum, maximum }) =>
    minimum !== undefined && maximum !== undefined && minimum > maximum
      ? [{ path: "maximum", message: `expected ${minimum} (the minimum) or more, got ${maximum}` }]
      : [],
});
