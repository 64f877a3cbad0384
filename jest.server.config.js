const all = require("./jest.config.js");

// What runs without Postgres, or asks of it nothing that is not asked elsewhere: all servers answer these alike. Of what is
// generated a tenth is asked there.
const alike = [
  "bench/",
  "browser/",
  "scoring/",
  "forecast/",
  "insights/",
  "pages/",
  "store/embedded",
  "intake/(ahead|at-once|gazetteer|history|killed|killed-server|load|submit|table-file|yaml)\\.",
  "graph/(calculate|json-schema|permalink|plans|search)\\.",
  "graph/walk/",
  "fair/",
  "knowledge/",
  "partners/",
  "server/",
  "(architecture|cli|config|docs|evidence|readme|schema|seed)\\.test",
];

/** Tests on another Postgres, at DATABASE_URL: all that a server decides; and those on a Redis. @type {import("jest").Config} */
module.exports = { ...all, testPathIgnorePatterns: ["/node_modules/", `<rootDir>/test/(${alike.join("|")})`] };
