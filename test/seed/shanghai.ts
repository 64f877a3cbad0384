import { cited, type SeedClaim, said } from "./claim";

const ofShanghai = (topic: string) =>
  `{ city(slug: "shanghai-cn") { statements(where: { topic: { eq: "${topic}" } }) { nodes { text ...Cited } } } }`;

/** Claims 13 to 17: why Shanghai is first. */
export const shanghai: readonly SeedClaim[] = [
  {
    number: 13,
    says: "Suishenban Citizen Cloud gives access to more than 1,000 services",
    asks: `{ city(slug: "shanghai-cn") { initiatives(where: { text: "suishenban" }) { nodes {
      name figure(indicator: "services", period: "2023") { value qualifier text ...Cited }
    } } } }`,
    facts: [cited("CORROBORATED", { value: 1000, qualifier: "AT_LEAST", text: "more than 1,000 services" })],
  },
  {
    number: 14,
    says: "Shanghai has a solid deployment of 5G",
    asks: ofShanghai("deployment-of-5g"),
    facts: [said("CORROBORATED", /solid deployment of 5G/)],
  },
  {
    number: 15,
    says: "Shanghai uses digital twins",
    asks: ofShanghai("digital-twins"),
    facts: [said("CORROBORATED", /uses digital twins/)],
  },
  {
    number: 16,
    says: "Nick Maynard is a co-author of the research",
    asks: `{ rankingEdition(slug: "juniper-smart-city-2023") {
      statements(where: { text: { contains: "nick maynard" } }) { nodes { text ...Cited } }
    } }`,
    facts: [said("CORROBORATED", /Nick Maynard is a co-author of the research/)],
  },
  {
    number: 17,
    says: "he holds that others should copy how Shanghai joins up its data",
    asks: `{ statements(where: { speaker: { eq: "Nick Maynard" }, about: { eq: "City:shanghai-cn" } }) {
      nodes { text speaker role organisation { name } ...Cited }
    } }`,
    facts: [
      cited("CORROBORATED", {
        speaker: "Nick Maynard",
        role: "co-author of the research",
        organisation: { name: "Juniper Research" },
        text: expect.stringMatching(/joined-up way, with a platform and the connectivity/) as unknown,
      }),
    ],
  },
];
