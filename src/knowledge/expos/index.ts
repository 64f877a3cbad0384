import { many, one, optional } from "../../graph/edge";
import { City } from "../cities/city";
import { fact, sentence, thing } from "../kind";
import { Organisation } from "../organisations/organisation";
import { Expo, ExpoInput } from "./expo";
import { ExpoEdition, ExpoEditionInput, Organiser } from "./expo-edition";

export const expos = thing<ExpoInput>({
  name: "expos",
  one: "expo",
  entity: Expo,
  input: ExpoInput,
  identify: ({ slug }) => slug,
  edges: [
    optional(one(Expo, "organiser", Organisation, "Who runs the series; null when not known.")),
    many(Organisation, "expos", Expo, { on: "organiser", order: ["name"] }, "The expos it runs."),
  ],
});

export const expoEditions = fact<ExpoEditionInput>({
  name: "expoEditions",
  one: "expoEdition",
  by: "slug",
  entity: ExpoEdition,
  input: ExpoEditionInput,
  identify: ({ slug }) => slug,
  edges: [
    one(ExpoEdition, "expo", Expo, "The expo it is an edition of."),
    optional(one(ExpoEdition, "city", City, "The host city; null when not known.")),
    one(Organiser, "organisation", Organisation, "The organisation."),
    many(Expo, "editions", ExpoEdition, { on: "expo", order: ["year desc"] }, "Its editions, the latest first."),
    many(
      City,
      "expoEditions",
      ExpoEdition,
      { on: "city", order: ["year desc"] },
      "The expos it hosted or is to host, the latest first.",
    ),
  ],
  claims: {
    compares: { starts: "date", ends: "date", city: "words" },
    says: ({ label, starts, ends, venue, city }) => sentence({ "calls itself": label, starts, ends, venue, city }),
  },
  through: { country: "city.country" },
  brief: ["expo", "year"],
  order: ["year desc"],
  check: ({ slug, expo, year, starts, ends }) => [
    ...(slug === `${expo}-${year}` ? [] : [{ path: "slug", message: `expected \`${expo}-${year}\`, got \`${slug}\`` }]),
    ...(starts && ends && ends < starts.slice(0, ends.length)
      ? [{ path: "ends", message: `expected ${starts} (the start) or later, got ${ends}` }]
      : []),
  ],
  mentions: ({ organisers = [] }) =>
    organisers.map(({ organisation }, i) => ({
      path: `organisers.${i}.organisation`,
      id: `Organisation:${organisation}`,
    })),
});
