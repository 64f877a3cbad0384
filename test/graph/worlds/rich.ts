/** A small world that has some of everything: all kinds, ties, gaps, quarrels, accents, other scripts. */

const catalogue = `
source: { slug: catalogue, kind: COMPILATION, title: Catalogue, publisher: us, licence: CC0-1.0, licenceClass: PERMISSIVE }
organisations:
  - { slug: us, name: Us }
  - { slug: ecole, name: "École des Villes", country: fr, aliases: ["School of Cities", EDV], url: "https://ecole.example/a?b=c&d" }
  - { slug: juniper, name: Juniper "Research", country: gb, externalIds: [{ scheme: WIKIDATA, id: Q1 }, { scheme: ROR, id: "02" }] }
  - { slug: fira, name: "Fira d'Osca", country: fr }
  - { slug: gazette, name: The Gazette }
  - { slug: blatt, name: "Straßenblatt", country: de }
regions: [{ slug: world, name: World, aliases: [Earth, Globe] }, { slug: asia, name: Asia }]
countries:
  - { slug: fr, name: France, iso2: FR, iso3: FRA }
  - { slug: gb, name: United Kingdom, iso2: GB, iso3: GBR, aliases: [Britain, "U.K."] }
  - { slug: de, name: Germany, iso2: DE, iso3: DEU, aliases: [Deutschland, Allemagne] }
  - { slug: cn, name: China, iso2: CN, iso3: CHN, aliases: ["中国"] }
  - { slug: ci, name: "Côte d’Ivoire", iso2: CI, iso3: CIV, aliases: [Ivory Coast] }
cities:
  - { slug: shanghai-cn, name: Shanghai, country: cn, aliases: ["上海", "上海市"], prominence: 22315474, location: { latitude: 31.22222, longitude: 121.45806 }, externalIds: [{ scheme: GEONAMES, id: "1796236" }, { scheme: WIKIDATA, id: Q8686 }] }
  - { slug: shangrao-cn, name: Shangrao, country: cn, prominence: 1000 }
  - { slug: zhengzhou-cn, name: "Zhèngzhōu", country: cn, prominence: 1000, location: { latitude: 34.75778, longitude: 113.64861 } }
  - { slug: munich-de, name: "München", country: de, aliases: [Munich, Monaco di Baviera], prominence: 1260391, location: { latitude: 48.13743, longitude: 11.57549 } }
  - { slug: munster-de, name: "Münster", country: de, prominence: 270184 }
  - { slug: giessen-de, name: "Gießen", country: de, prominence: 0 }
  - { slug: orleans-fr, name: "Orléans", country: fr, prominence: 116269, location: { latitude: 0, longitude: -0.000015 } }
  - { slug: new-orleans-fr, name: "New Orléans", country: fr, prominence: 116269 }
  - { slug: saint-etienne-fr, name: "Saint-Étienne", country: fr, aliases: ["St. Étienne", "Saint Etienne"] }
  - { slug: london-gb, name: London, country: gb, prominence: 8961989, externalIds: [{ scheme: GEONAMES, id: "2643743" }] }
  - { slug: bangor-gb, name: bangor, country: gb, prominence: 17988 }
  - { slug: abidjan-ci, name: Abidjan, country: ci, aliases: ["𝔄bidjan 🏙"], prominence: 3677115 }
dimensions:
  - { slug: transport, name: Transport }
  - { slug: energy, name: "Énergie", ranking: index, description: "Light, heat & power" }
  - { slug: air, name: Air, ranking: index }
rankings:
  - { slug: index, name: The Index, publisher: ecole, description: "Every city there is", subject: smart cities, url: "https://index.example" }
  - { slug: smart, name: the index of smart places, publisher: juniper, subject: smart cities }
  - { slug: old, name: Old List, publisher: gazette }
indicators:
  - { slug: dust, name: Dust in the air, definition: Fine dust., unit: "µg/m³", direction: LOWER_IS_BETTER, dimension: air, subjects: [CITY, COUNTRY], minimum: 0, maximum: 1000, externalCodes: [{ scheme: SDG, code: 11.6.2 }], use: CORE }
  - { slug: population-urban-centre, name: Population, definition: People., unit: people, direction: NOT_SCORED, subjects: [CITY, COUNTRY, REGION], minimum: 0, use: CONTEXT }
  - { slug: exhibitors, name: Exhibitors, definition: Who shows., unit: exhibitors, direction: NOT_SCORED, subjects: [EXPO_EDITION], minimum: 0 }
  - { slug: attendees, name: Attendees, definition: Who comes., unit: people, direction: HIGHER_IS_BETTER, subjects: [EXPO_EDITION, INITIATIVE], caveat: "Days count twice, often" }
  - { slug: entrant-countries, name: Entrant countries, definition: Whence., unit: countries, direction: NOT_SCORED, dimension: transport, subjects: [AWARD_EDITION] }
  - { slug: savings, name: Savings, definition: Money., unit: US dollars, direction: HIGHER_IS_BETTER, subjects: [REGION, CITY] }
awards:
  - { slug: prize, name: The Prize, organiser: fira, description: "For what is smart", url: "https://prize.example" }
  - { slug: medal, name: A Médaille }
expos:
  - { slug: fair, name: Fair, organiser: fira, url: "https://fair.example" }
  - { slug: show, name: Show }
initiatives:
  - { slug: cloud-shanghai-cn, name: Cloud, city: shanghai-cn, type: services, started: "2018", description: "All services, one door", url: "https://cloud.example" }
  - { slug: licht-munich-de, name: Licht, city: munich-de }
`;

const index = (rank: string, year: number) => `
source: { slug: index-report-${year}, kind: PUBLISHER, title: "The Index, ${year}", publisher: ecole, authors: [A. Author, "É. Auteur"], url: "https://index.example/${year}", published: "${year}-06-0${year - 2021}", retrieved: 2024-02-11, language: fr, licence: CC-BY-4.0, licenceClass: PERMISSIVE }
rankingEditions:
  - { slug: index-${year}, ranking: index, year: ${year}, label: "${year} (${year - 2020}th)", title: "L’Index ${year}", published: "${year}-06", citiesAssessed: 12, dimensions: [{ dimension: energy, weight: 0.25 }, { dimension: air }], weights: said to be equal, scale: 0 to 100, method: "A survey, mostly.", comparableWith: [index-2022, index-2023] }
placements:
  - { edition: index-${year}, city: shanghai-cn, rank: 1, score: 88.25 }
  - { edition: index-${year}, city: munich-de, rank: ${rank}, score: 78.1 }
  - { edition: index-${year}, city: london-gb, rank: 2, score: 78.1 }
  - { edition: index-${year}, city: orleans-fr, rank: 4, score: 0.1 }
  - { edition: index-${year}, city: giessen-de, rank: 5 }
  - { edition: index-${year}, city: munster-de, rank: 5, rating: BBB }
  - { edition: index-${year}, city: abidjan-ci, rating: A }
subScores:
  - { edition: index-${year}, city: shanghai-cn, dimension: energy, rank: 1, score: 90 }
  - { edition: index-${year}, city: shanghai-cn, dimension: air, score: 12.5 }
  - { edition: index-${year}, city: munich-de, dimension: air, rank: 1, rating: AA }
  - { edition: index-${year}, city: bangor-gb, dimension: air, rank: 3, score: 1.0E-7 }
`;

const press = (places: string) => `
source: { slug: gazette-2023, kind: PRESS, title: "Shanghai's first: \\"the index\\"", publisher: ecole, carrier: gazette, published: "2023", licence: NOT-STATED, licenceClass: UNCLEAR, note: A reprint. }
rankingEditions: [{ slug: index-2023, ranking: index, year: 2023, citiesAssessed: 118 }]
placements:
${places}
statements:
  - { about: "RankingEdition:index-2023", topic: count, text: "It is said to be the fourth\\nof its kind.", speaker: E. Ditor, role: editor, organisation: gazette, said: "2023-07" }
  - { about: "City:shanghai-cn", topic: smartness, text: Shanghai is the smartest., organisation: ecole }
observations:
  - { subject: "City:shanghai-cn", indicator: dust, period: "2023", value: 31, qualifier: ABOUT }
  - { subject: "AwardEdition:prize-2020", indicator: entrant-countries, period: "2020", value: 48 }
  - { subject: "ExpoEdition:fair-2023", indicator: exhibitors, period: "2023", value: 200, qualifier: AT_LEAST, status: PLANNED, note: Said in May. }
  - { subject: "Region:world", indicator: savings, period: "2021/2026", value: 249000000000, status: FORECAST, qualifier: AT_MOST }
`;

const blatt = `
source: { slug: blatt-2023, kind: PRESS, title: "Straßenblatt über Städte", publisher: blatt, published: "2023-11-30", url: "https://blatt.example/ü", licence: all rights reserved, licenceClass: PROPRIETARY }
placements:
  - { edition: index-2023, city: munich-de, rank: 3, note: As printed. }
  - { edition: index-2023, city: london-gb, rank: 3, deprecated: A slip of the pen. }
  - { edition: smart-2023, city: munich-de, rank: 9 }
statements:
  - { about: "City:shanghai-cn", topic: smartness, text: Shanghai is not the smartest., stance: DENIES, said: "2023-11-30" }
  - { about: "Initiative:licht-munich-de", topic: light, text: "Es werde Licht. 💡" }
observations:
  - { subject: "City:shanghai-cn", indicator: dust, period: "2023", value: 28.4 }
  - { subject: "City:munich-de", indicator: dust, period: "2023-10", value: 10, qualifier: AT_MOST }
  - { subject: "ExpoEdition:fair-2023", indicator: exhibitors, period: "2023", value: 215 }
`;

const events = `
source: { slug: fira-report, kind: OFFICIAL, title: Report of the fair, publisher: fira, retrieved: "2024", language: en, licence: CC-BY-SA-4.0, licenceClass: SHARE_ALIKE }
awardEditions:
  - { slug: prize-2020, award: prize, year: 2020, title: The Prize 2020, label: tenth, held: 2020-11-18, city: london-gb }
  - { slug: prize-2021, award: prize, year: 2021, held: "2021" }
  - { slug: medal-2020, award: medal, year: 2020 }
wins:
  - { edition: prize-2020, category: City, city: shanghai-cn, project: "Ville intelligente" }
  - { edition: prize-2020, category: city, organisation: juniper }
  - { edition: prize-2020, city: munich-de, project: Licht }
  - { edition: prize-2021, category: "Énergie", country: ci, winner: "The State" }
  - { edition: prize-2021, category: Energie, winner: Somebody else }
  - { edition: medal-2020, category: City, city: shanghai-cn }
expoEditions:
  - { slug: fair-2023, expo: fair, year: 2023, title: The Fair, label: first edition, starts: 2023-11-07, ends: 2023-11-09, venue: Hall 1, city: london-gb, organisers: [{ organisation: fira, role: ORGANISER }, { organisation: ecole, role: SPONSOR }, { organisation: us, role: SPONSOR }], audiences: [mayors, "start-ups"], themes: [air, light], status: HELD }
  - { slug: fair-2024, expo: fair, year: 2024, starts: "2024", city: shanghai-cn, status: PLANNED }
  - { slug: show-2024, expo: show, year: 2024 }
observations:
  - { subject: "AwardEdition:prize-2020", indicator: entrant-countries, period: "2020", value: 46 }
  - { subject: "ExpoEdition:fair-2023", indicator: attendees, period: "2023", value: 25300 }
  - { subject: "ExpoEdition:fair-2023", indicator: attendees, period: "2022", value: 1234567.125, status: ESTIMATED }
  - { subject: "Initiative:cloud-shanghai-cn", indicator: attendees, period: "2023", value: 0.00001, status: PROVISIONAL }
  - { subject: "Country:cn", indicator: population-urban-centre, period: "2020", value: 1411778724 }
  - { subject: "City:shanghai-cn", indicator: population-urban-centre, period: "2020", value: 24870895 }
  - { subject: "City:shanghai-cn", indicator: population-urban-centre, period: "2015", value: 24.0E+6, qualifier: ABOUT }
  - { subject: "City:munich-de", indicator: population-urban-centre, period: "2020", value: 1488202 }
  - { subject: "City:munich-de", indicator: savings, period: "2018/2022", value: -1.5E+15 }
forecasts:
  - { slug: savings-2021, forecaster: juniper, indicator: savings, subject: "Region:world", published: "2021-05", points: [{ year: 2021, value: 96 }, { year: 2026, value: 249, qualifier: AT_LEAST }], statedGrowthPercent: 158, note: In thousands of millions. }
  - { slug: savings-2023, forecaster: juniper, indicator: savings, subject: "Region:world", points: [{ year: 2028, value: 249.5, qualifier: ABOUT }], statedCagrPercent: 21.1, revises: savings-2021 }
  - { slug: people-2050, forecaster: us, indicator: population-urban-centre, subject: "Country:cn", published: "2020", points: [{ year: 2030, value: 1.4E+9 }, { year: 2040, value: 1.3E+9 }, { year: 2050, value: 1.2E+9 }] }
statements:
  - { about: "Forecast:savings-2021", topic: terms, text: Savings are said to be yearly. }
  - { about: "Organisation:juniper", topic: method, text: Forty cities were asked., organisation: juniper, speaker: N. N. }
`;

const smart = `
source: { slug: smart-report, kind: PARTNER, title: Smart places, publisher: juniper, published: 2023-01-17, licence: CC-BY-NC-4.0, licenceClass: NON_COMMERCIAL }
rankingEditions: [{ slug: smart-2023, ranking: smart, year: 2023, published: 2023-01-17, citiesAssessed: 50 }, { slug: old-1999, ranking: old, year: 1999 }]
placements:
  - { edition: smart-2023, city: shanghai-cn, rank: 1 }
  - { edition: smart-2023, city: munich-de, rank: 8 }
  - { edition: smart-2023, city: abidjan-ci, rank: 8 }
  - { edition: old-1999, city: saint-etienne-fr, score: 1.5E-9 }
`;

/** What each revision is made of: the files of the first state, and of the second, which mends and takes back some of it. */
export const states: readonly (readonly string[])[] = [
  [
    catalogue,
    index("2", 2022),
    index("2", 2023),
    press(
      "  - { edition: index-2023, city: shanghai-cn, rank: 1 }\n  - { edition: index-2023, city: bangor-gb, rank: 118 }",
    ),
    smart,
    events,
  ],
  [
    catalogue
      .replace("name: Shangrao,", "name: Shang Rao,")
      .replace("prominence: 17988", "prominence: 17989")
      .replace("name: Old List", "name: Ältere Liste")
      .replace(', aliases: ["中国"]', ', aliases: ["中国", "Zhōngguó"]'),
    index("2", 2022),
    index("3", 2023),
    press("  - { edition: index-2023, city: shanghai-cn, rank: 2 }"),
    smart.replace("licenceClass: NON_COMMERCIAL", "licenceClass: UNCLEAR"),
    events.replace("  - { edition: medal-2020, category: City, city: shanghai-cn }\n", ""),
    blatt,
  ],
];
