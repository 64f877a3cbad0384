import { fact, sentence, thing } from "../kind";
import { slugOf } from "../slug-of";
import { Award, AwardInput } from "./award";
import { awardEdges, awardEditionEdges, winEdges } from "./award.edges";
import { AwardEdition, AwardEditionInput } from "./award-edition";
import { Win, WinInput } from "./win";

export const awards = thing<AwardInput>({
  name: "awards",
  one: "award",
  entity: Award,
  input: AwardInput,
  identify: ({ slug }) => slug,
  edges: awardEdges,
});

export const awardEditions = fact<AwardEditionInput>({
  name: "awardEditions",
  one: "awardEdition",
  by: "slug",
  entity: AwardEdition,
  input: AwardEditionInput,
  identify: ({ slug }) => slug,
  edges: awardEditionEdges,
  claims: {
    compares: { held: "date", city: "words" },
    says: ({ title, label, held }) => sentence({ title, "calls itself": label, held }),
  },
  brief: ["award", "year"],
  order: ["year desc"],
  check: ({ slug, award, year }) =>
    slug === `${award}-${year}` ? [] : [{ path: "slug", message: `expected \`${award}-${year}\`, got \`${slug}\`` }],
});

export const wins = fact<WinInput>({
  name: "wins",
  one: "win",
  by: "id",
  entity: Win,
  input: WinInput,
  identify: ({ edition, category, ...winner }) =>
    `${edition}/${category ? slugOf(category) : "category-unknown"}/${who(winner)}`,
  edges: winEdges,
  claims: {
    compares: { project: "words" },
    says: ({ category, city, winner, project }) => sentence({ category, city, winner, project }),
  },
  through: { year: "edition.year", award: "edition.award" },
  order: ["edition.year desc", "category"],
  check: (win) =>
    who(win) === ""
      ? [{ path: "city", message: "expected a city, country, organisation, winner or project, got none" }]
      : [],
});

function who({ city, country, organisation, winner, project }: Partial<WinInput>): string {
  const named = winner ?? project;
  return city ?? organisation ?? country ?? (named ? slugOf(named) : "");
}
