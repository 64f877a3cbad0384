import { type Class, type Edge, many, pick } from "../graph/edge";
import { AwardEdition } from "./awards/award-edition";
import { City } from "./cities/city";
import { ExpoEdition } from "./expos/expo-edition";
import { Initiative } from "./initiatives/initiative";
import { headline } from "./observations/headline";
import { Observation } from "./observations/observation";

/** The numbers of editions and cities that have a field of their own: the headline observation of an indicator. */
export const figures: readonly Edge[] = [
  figure(ExpoEdition, "exhibitors", "exhibitors", "How many exhibitors it had, or expected."),
  figure(ExpoEdition, "areaSquareMetres", "exhibition-area", "The area of its exhibition, in square metres."),
  figure(ExpoEdition, "attendees", "attendees", "How many people came, or were expected."),
  figure(ExpoEdition, "forums", "forums", "How many forums and sessions it held, or planned."),
  figure(ExpoEdition, "cities", "represented-cities", "How many cities were represented."),
  figure(ExpoEdition, "countries", "represented-countries", "How many countries were represented."),
  figure(AwardEdition, "entries", "entries", "How many entries competed."),
  figure(AwardEdition, "entrantCities", "entrant-cities", "How many cities competed."),
  figure(
    AwardEdition,
    "entrantCountries",
    "entrant-countries",
    "How many countries were represented among the entries.",
  ),
  figure(City, "population", "population-urban-centre", "How many people live in its urban centre."),
  many(
    Initiative,
    "figures",
    Observation,
    { on: "subject", holds: "globalId", order: ["indicator.name", "period desc"] },
    "The numbers known of it: services, users, money.",
  ),
];

function figure(owner: Class, field: string, indicator: string, description: string): Edge {
  const how = { on: "subject", holds: "globalId", order: headline, fixed: { indicator } } as const;
  return pick(owner, field, Observation, how, `${description} Null when not known.`);
}
