import { readTable } from "../../src/intake/table-file";

const fields = ["subject", "indicator", "period", "value", "unit", "qualifier", "status", "note", "deprecated"];
const read = (...lines: string[]) => readTable("figures.csv", lines.join("\n"), fields);

const head = [
  "# source: { slug: zurich-figures }",
  "# columns:",
  "#   Year: period",
  "#   PM2.5: { indicator: pm25, status: PROVISIONAL }",
  "#   NO2: { indicator: no2 }",
  "#   Station: null",
  '# rows: { subject: "City:zurich-ch" }',
];

const observation = (indicator: string, period: string, value: unknown, more: object = {}) => ({
  subject: "City:zurich-ch",
  indicator,
  period,
  value,
  ...more,
});

test("each cell of an indicator's column is an observation; a cell without a value is none", () => {
  const { submission, place } = read(...head, "Year,PM2.5,NO2,Station", "2022,9.1,20,x", "", "2023,,-1e2,y", "");
  expect(submission).toEqual({
    source: { slug: "zurich-figures" },
    observations: [
      observation("pm25", "2022", 9.1, { status: "PROVISIONAL" }),
      observation("no2", "2022", 20),
      observation("no2", "2023", -100),
    ],
  });
  expect(["observations.0.value", "observations.2", "source"].map(place)).toEqual([
    "figures.csv:9",
    "figures.csv:11",
    "figures.csv",
  ]);
});

test("columns may bear the names of fields, and then need no head of their own", () => {
  const { submission } = read("subject,indicator,period,value,note", 'City:x,pm25,2022,1,"a ""note"", here"');
  expect(submission).toMatchObject({
    observations: [{ subject: "City:x", indicator: "pm25", period: "2022", value: 1, note: 'a "note", here' }],
  });
});

test("what a spreadsheet of another country writes is read as it says", () => {
  const { submission } = read(
    "\uFEFF# separator: ;\r",
    "# decimal: ','\r",
    "period;value\r",
    "2022;9,1\r",
    '2023;"10"\r',
    "2024;1.000,5\r",
    "2025;1.500\r",
  );
  expect((submission as { observations: unknown }).observations).toEqual([
    { period: "2022", value: 9.1 },
    { period: "2023", value: 10 },
    // No number that is told beyond doubt: it is handed on as it is, and refused where all is judged.
    { period: "2024", value: "1.000,5" },
    { period: "2025", value: "1.500" },
  ]);
});

const faulty: [what: string, lines: string[], ...faults: string[]][] = [
  ["nothing", [""], "figures.csv: expected a line of column names, got none"],
  ["a head that is no YAML", ["# source: {", "value"], "figures.csv: the lines that begin with # are not YAML: "],
  [
    "columns that mean nothing, and lines of another length",
    ["period,Wert,Ort", "2022,1", "2023,1,x"],
    "figures.csv:1: the column `Wert` means nothing; say in `columns` which of subject, indicator",
    "figures.csv:1: the column `Ort` means nothing",
    "figures.csv:2: expected 3 cells, got 2",
  ],
  [
    "a quote that does not end",
    ["period,value", '"2022,1'],
    "figures.csv: line 2: the quote that begins here does not end",
  ],
  [
    "a quote that ends early",
    ["period,value", '"20"22,1'],
    "figures.csv: line 2: expected , or the end of the line after a quote, got 2",
  ],
];

test.each(faulty)("%s is told", (_what, lines, ...faults) => {
  const told = () => read(...lines);
  for (const fault of faults) expect(told).toThrow(fault);
});
