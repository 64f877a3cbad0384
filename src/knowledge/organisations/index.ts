import { many, one, optional } from "../../graph/edge";
import { Country } from "../countries/country";
import { thing } from "../kind";
import { Organisation, OrganisationInput } from "./organisation";

export const organisations = thing<OrganisationInput>({
  name: "organisations",
  one: "organisation",
  entity: Organisation,
  input: OrganisationInput,
  identify: ({ slug }) => slug,
  edges: [
    optional(one(Organisation, "country", Country, "Where it is at home; null when not known.")),
    many(
      Country,
      "organisations",
      Organisation,
      { on: "country", order: ["name"] },
      "The organisations at home in it.",
    ),
  ],
});
