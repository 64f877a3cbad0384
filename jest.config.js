const swc = {
  jsc: {
    target: "es2022",
    parser: { syntax: "typescript", decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: "commonjs" },
};

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  // Those need what not every machine has: a browser, a Redis.
  testPathIgnorePatterns: ["/node_modules/", "/test/browser/", "/test/redis/"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.citegraph/"],
  globalSetup: "<rootDir>/test/support/start-postgres.ts",
  globalTeardown: "<rootDir>/test/support/stop-postgres.ts",
  testSequencer: "<rootDir>/test/support/slow-first.js",
  transform: { "^.+\\.[jt]s$": ["@swc/jest", swc] },
  // Jest leaves a core idle by default; here half of the time is Postgres'.
  maxWorkers: "100%",
  // A worker that has loaded many files spends ever more time on its memory; a fresh one is made in a second.
  workerIdleMemoryLimit: "700MB",
  testTimeout: 30_000,
};
