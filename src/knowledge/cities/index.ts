import { many, one } from "../../graph/edge";
import { Country } from "../countries/country";
import { thing } from "../kind";
import { City, CityInput } from "./city";

export const cities = thing<CityInput>({
  name: "cities",
  one: "city",
  entity: City,
  input: CityInput,
  identify: ({ slug }) => slug,
  order: ["prominence desc"],
  brief: ["country"],
  edges: [
    one(City, "country", Country, "The country it lies in."),
    many(Country, "cities", City, { on: "country", order: ["prominence desc"] }, "Its cities, the best known first."),
  ],
  check: ({ slug, country }) =>
    slug.endsWith(`-${country}`)
      ? []
      : [{ path: "slug", message: `expected a slug that ends in \`-${country}\`, got \`${slug}\`` }],
});
