/** Mean years of school of 23 countries in the Technology Achievement Index (UNDP 2001), as in the OECD/JRC handbook. */
export const meanYearsOfSchool = [
  10, 12, 11.4, 9.5, 10.8, 9.4, 9.4, 11.6, 10.9, 7.1, 10.2, 11.9, 9.4, 9.3, 11.7, 8.4, 7.9, 9.6, 7.3, 7.2, 9.5, 9.1,
  7.1,
];

/** Goalposts between which UNDP (Human Development Report 2001, technical note 2) sets the eight indicators. */
const posts = (name: string, low: number, high: number, log = false) =>
  ({ name, normalise: { kind: "goalposts", low, high, log } }) as const;

/** The Technology Achievement Index: four dimensions of two indicators each, all weighing the same. */
export const technologyAchievement = {
  scale: [0, 1],
  tree: {
    name: "technology achievement",
    children: [
      { name: "creation", children: [posts("patents", 0, 994), posts("royalties", 0, 272.6)] },
      { name: "recent innovations", children: [posts("internet hosts", 0, 232.4), posts("exports", 0, 80.8)] },
      {
        name: "old innovations",
        children: [posts("telephones", 1, 901, true), posts("electricity", 22, 6_969, true)],
      },
      { name: "skills", children: [posts("schooling", 0.8, 12), posts("enrolment", 0.1, 27.4)] },
    ],
  },
} as const;

/** By country: the eight indicators in the order of the tree, and the index as published in table A2.1 of the report. */
export const achievers = [
  { name: "Finland", index: 0.744, values: [187, 125.6, 200.2, 50.7, 1_203, 14_129, 10, 27.4] },
  { name: "United States", index: 0.733, values: [289, 130, 179.1, 66.2, 993, 11_832, 12, 13.9] },
  { name: "Sweden", index: 0.703, values: [271, 156.6, 125.8, 59.7, 1_247, 13_955, 11.4, 15.3] },
  { name: "Japan", index: 0.698, values: [994, 64.6, 49, 80.8, 1_007, 7_322, 9.5, 10] },
  { name: "Korea", index: 0.666, values: [779, 9.8, 4.8, 66.7, 938, 4_497, 10.8, 23.2] },
  { name: "Netherlands", index: 0.63, values: [189, 151.2, 136, 50.9, 1_042, 5_908, 9.4, 9.5] },
  { name: "United Kingdom", index: 0.606, values: [82, 134, 57.4, 61.9, 1_037, 5_327, 9.4, 14.9] },
  { name: "New Zealand", index: 0.548, values: [103, 13, 146.7, 15.4, 720, 8_215, 11.7, 13.1] },
] as const;
