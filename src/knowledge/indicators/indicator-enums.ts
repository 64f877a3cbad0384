import { registerEnumType } from "type-graphql";

export enum Direction {
  HIGHER_IS_BETTER = "HIGHER_IS_BETTER",
  LOWER_IS_BETTER = "LOWER_IS_BETTER",
  NOT_SCORED = "NOT_SCORED",
}
registerEnumType(Direction, {
  name: "Direction",
  description: "Which way a measure is better.",
  valuesConfig: {
    HIGHER_IS_BETTER: { description: "More is better." },
    LOWER_IS_BETTER: { description: "Less is better." },
    NOT_SCORED: { description: "More is neither better nor worse." },
  },
});

export enum SubjectType {
  CITY = "CITY",
  COUNTRY = "COUNTRY",
  REGION = "REGION",
  ORGANISATION = "ORGANISATION",
  INITIATIVE = "INITIATIVE",
  RANKING_EDITION = "RANKING_EDITION",
  AWARD_EDITION = "AWARD_EDITION",
  EXPO_EDITION = "EXPO_EDITION",
}
registerEnumType(SubjectType, {
  name: "SubjectType",
  description: "A sort of subject.",
  valuesConfig: {
    CITY: { description: "A city." },
    COUNTRY: { description: "A country." },
    REGION: { description: "A region of the world, or the world." },
    ORGANISATION: { description: "An organisation." },
    INITIATIVE: { description: "What a city runs." },
    RANKING_EDITION: { description: "One year's list of a ranking." },
    AWARD_EDITION: { description: "One year of an award." },
    EXPO_EDITION: { description: "One year of an event." },
  },
});

export enum CodeScheme {
  SDG = "SDG",
  ISO_37120 = "ISO_37120",
  ISO_37122 = "ISO_37122",
  U4SSC = "U4SSC",
  WORLD_BANK = "WORLD_BANK",
}
registerEnumType(CodeScheme, {
  name: "CodeScheme",
  description: "A standard or catalogue of indicators.",
  valuesConfig: {
    SDG: { description: "The indicators of the UN's Sustainable Development Goals." },
    ISO_37120: { description: "ISO 37120, city services and quality of life." },
    ISO_37122: { description: "ISO 37122, smart cities." },
    U4SSC: { description: "The key performance indicators of United for Smart Sustainable Cities (ITU)." },
    WORLD_BANK: { description: "World Development Indicators." },
  },
});

export enum IndicatorUse {
  CORE = "CORE",
  SUPPLEMENTARY = "SUPPLEMENTARY",
  PROXY = "PROXY",
  CONTEXT = "CONTEXT",
  NORMALISER = "NORMALISER",
}
registerEnumType(IndicatorUse, {
  name: "IndicatorUse",
  description: "What an indicator is fit for when cities are scored.",
  valuesConfig: {
    CORE: { description: "Scoring: one method over many cities." },
    SUPPLEMENTARY: { description: "Scoring with care; mind the caveat." },
    PROXY: { description: "A country's value, for want of one of the city; a score built on it must say so." },
    CONTEXT: { description: "Reading, not scoring." },
    NORMALISER: { description: "A denominator for others." },
  },
});
