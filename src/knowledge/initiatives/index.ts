import { many, one } from "../../graph/edge";
import { City } from "../cities/city";
import { thing } from "../kind";
import { Initiative, InitiativeInput } from "./initiative";

export const initiatives = thing<InitiativeInput>({
  name: "initiatives",
  one: "initiative",
  entity: Initiative,
  input: InitiativeInput,
  identify: ({ slug }) => slug,
  edges: [
    one(Initiative, "city", City, "The city that runs it."),
    many(City, "initiatives", Initiative, { on: "city", order: ["name"] }, "What the city runs."),
  ],
  through: { country: "city.country" },
  check: ({ slug, city }) =>
    slug.endsWith(`-${city}`)
      ? []
      : [{ path: "slug", message: `expected a slug that ends in \`-${city}\`, got \`${slug}\`` }],
});
