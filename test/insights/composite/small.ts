/** A file of indicators and figures of five cities in two countries, small enough to be reckoned by hand. */
export const smallFile = `
source: { slug: gazette, title: Gazette, publisher: gazette, kind: COMPILATION, licence: CC0-1.0, licenceClass: PERMISSIVE }
organisations: [{ slug: gazette, name: Gazette }]
countries: [{ slug: ch, name: Switzerland, iso2: CH, iso3: CHE }, { slug: at, name: Austria, iso2: AT, iso3: AUT }]
cities:
  - { slug: bern-ch, name: Bern, country: ch }
  - { slug: chur-ch, name: Chur, country: ch }
  - { slug: genf-ch, name: Genf, country: ch }
  - { slug: graz-at, name: Graz, country: at }
  - { slug: linz-at, name: Linz, country: at }
indicators:
  - { slug: trees, name: Trees, definition: Trees in streets., unit: trees, direction: HIGHER_IS_BETTER, subjects: [CITY] }
  - { slug: dust, name: Dust, definition: Dust in the air., unit: g, direction: LOWER_IS_BETTER, subjects: [CITY, COUNTRY] }
  - { slug: speed, name: Speed, definition: Of the net., unit: Mbit/s, direction: HIGHER_IS_BETTER, subjects: [CITY] }
  - { slug: speed-country, name: Speed, definition: Of the country's net., unit: Mbit/s, direction: HIGHER_IS_BETTER, subjects: [COUNTRY] }
  - { slug: people, name: People, definition: Who lives there., unit: people, direction: NOT_SCORED, subjects: [CITY] }
  - { slug: visitors, name: Visitors, definition: Who comes., unit: people, direction: HIGHER_IS_BETTER, subjects: [EXPO_EDITION] }
observations:
  - { subject: City:bern-ch, indicator: trees, period: "2020", value: 10 }
  - { subject: City:bern-ch, indicator: trees, period: "2023", value: 100 }
  - { subject: City:chur-ch, indicator: trees, period: "2023", value: 60 }
  - { subject: City:genf-ch, indicator: trees, period: "2022", value: 20, qualifier: ABOUT }
  - { subject: City:graz-at, indicator: trees, period: "2018/2022", value: 80 }
  - { subject: City:linz-at, indicator: trees, period: "2023", value: 40 }
  - { subject: City:linz-at, indicator: trees, period: "2025", value: 500, status: PLANNED }
  - { subject: City:bern-ch, indicator: dust, period: "2023", value: 30 }
  - { subject: City:chur-ch, indicator: dust, period: "2023", value: 10 }
  - { subject: City:genf-ch, indicator: dust, period: "2023", value: 20 }
  - { subject: City:graz-at, indicator: dust, period: "2023", value: 5, qualifier: AT_LEAST }
  - { subject: Country:at, indicator: dust, period: "2023", value: 15 }
  - { subject: City:bern-ch, indicator: speed, period: "2023", value: 200 }
  - { subject: Country:ch, indicator: speed-country, period: "2023", value: 120 }
  - { subject: City:bern-ch, indicator: people, period: "2023", value: 1000 }
  - { subject: City:chur-ch, indicator: people, period: "2023", value: 300 }
  - { subject: City:genf-ch, indicator: people, period: "2023", value: 400 }
indices:
  - slug: green
    name: Green cities
    version: 1
    description: Trees and clean air.
    gaps: ["Parks are not counted."]
    parts: [{ name: streets }, { name: trees, within: streets, indicator: trees }, { name: air, indicator: dust, weight: 3 }]
`;
