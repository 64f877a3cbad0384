import { registerEnumType } from "type-graphql";

export enum OrganiserRole {
  ORGANISER = "ORGANISER",
  CO_ORGANISER = "CO_ORGANISER",
  HOST = "HOST",
  SPONSOR = "SPONSOR",
  CO_SPONSOR = "CO_SPONSOR",
  SUPPORTER = "SUPPORTER",
}
registerEnumType(OrganiserRole, {
  name: "OrganiserRole",
  description: "What an organisation does for an event, as the source words it.",
});

export enum ExpoStatus {
  HELD = "HELD",
  PLANNED = "PLANNED",
  CANCELLED = "CANCELLED",
}
registerEnumType(ExpoStatus, {
  name: "ExpoStatus",
  description: "Whether an event took place.",
  valuesConfig: { PLANNED: { description: "It was announced; a report that it took place is not known." } },
});
