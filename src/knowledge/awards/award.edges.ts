import { many, one, optional } from "../../graph/edge";
import { City } from "../cities/city";
import { Country } from "../countries/country";
import { Organisation } from "../organisations/organisation";
import { Award } from "./award";
import { AwardEdition } from "./award-edition";
import { Win } from "./win";

/** How awards hang together with who gives them. */
export const awardEdges = [
  optional(one(Award, "organiser", Organisation, "Who gives it; null when not known.")),
  many(Organisation, "awards", Award, { on: "organiser", order: ["name"] }, "The awards it gives."),
];

/** How editions hang together with their award. */
export const awardEditionEdges = [
  one(AwardEdition, "award", Award, "The award it is an edition of."),
  optional(one(AwardEdition, "city", City, "Where it was given; null when not known.")),
  many(Award, "editions", AwardEdition, { on: "award", order: ["year desc"] }, "Its editions, the latest first."),
];

const latest = ["edition.year desc", "category"] as const;

/** How wins hang together with winners and editions. */
export const winEdges = [
  one(Win, "edition", AwardEdition, "The edition it was won in."),
  optional(one(Win, "city", City, "The city that won; null when the winner is no city.")),
  optional(one(Win, "country", Country, "The country that won; null when the winner is no country.")),
  optional(one(Win, "organisation", Organisation, "The organisation that won; null when the winner is none.")),
  many(City, "wins", Win, { on: "city", order: latest }, "The awards the city won, the latest first."),
  many(Country, "wins", Win, { on: "country", order: latest }, "The awards the country won, the latest first."),
  many(
    Organisation,
    "wins",
    Win,
    { on: "organisation", order: latest },
    "The awards the organisation won, the latest first.",
  ),
  many(AwardEdition, "wins", Win, { on: "edition", order: ["category"] }, "Who won, by category."),
];
