import { type Fault, thing } from "../kind";
import { Country, CountryInput } from "./country";

export const countries = thing<CountryInput>({
  name: "countries",
  one: "country",
  entity: Country,
  input: CountryInput,
  identify: ({ slug }) => slug,
  edges: [],
  check: ({ slug, iso2, iso3 }) => [
    ...expected("iso2", iso2, /^[A-Z]{2}$/, "two capital letters"),
    ...expected("iso3", iso3, /^[A-Z]{3}$/, "three capital letters"),
    ...expected("slug", slug, new RegExp(`^${iso2.toLowerCase()}$`), "iso2 in lower case"),
  ],
});

function expected(path: string, value: string, pattern: RegExp, what: string): Fault[] {
  return pattern.test(value) ? [] : [{ path, message: `expected ${what}, got ${JSON.stringify(value)}` }];
}
