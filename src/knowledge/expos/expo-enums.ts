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
  valuesConfig: {
    ORGANISER: { description: "It organises the event." },
    CO_ORGANISER: { description: "It organises the event with others." },
    HOST: { description: "It hosts the event." },
    SPONSOR: { description: "It stands behind the event: in China often the body in whose name it is held." },
    CO_SPONSOR: { description: "It stands behind the event with others." },
    SUPPORTER: { description: "It supports the event." },
  },
});

export enum ExpoStatus {
  HELD = "HELD",
  PLANNED = "PLANNED",
  CANCELLED = "CANCELLED",
}
registerEnumType(ExpoStatus, {
  name: "ExpoStatus",
  description: "Whether an event took place.",
  valuesConfig: {
    HELD: { description: "It took place." },
    PLANNED: { description: "It was announced; a report that it took place is not known." },
    CANCELLED: { description: "It was announced, and called off." },
  },
});
