import { one, optional } from "../../graph/edge";
import { Indicator } from "../indicators/indicator";
import { thing } from "../kind";
import { wrongParts } from "./check-parts";
import { wrongSettings } from "./check-settings";
import { Index, IndexInput } from "./index-definition";
import { IndexPart } from "./index-part";

export const indices = thing<IndexInput>({
  name: "indices",
  one: "index",
  entity: Index,
  input: IndexInput,
  identify: ({ slug }) => slug,
  edges: [
    optional(one(IndexPart, "indicator", Indicator, "The indicator; null for a dimension.")),
    optional(
      one(
        IndexPart,
        "proxy",
        Indicator,
        "The indicator of countries that stands in where a city's value is not known; null if there is none.",
      ),
    ),
    optional(one(IndexPart, "per", Indicator, "The indicator it is divided by; null if it is not.")),
  ],
  check: (index) => [
    ...(index.version >= 1 ? [] : [{ path: "version", message: `expected 1 or more, got ${index.version}` }]),
    ...wrongParts(index.parts),
    ...wrongSettings(index),
  ],
  mentions: ({ parts = [] }) =>
    parts.flatMap((part, i) =>
      (["indicator", "proxy", "per"] as const).flatMap((field) => {
        const slug = part[field];
        return slug ? [{ path: `parts.${i}.${field}`, id: `Indicator:${slug}` }] : [];
      }),
    ),
});
