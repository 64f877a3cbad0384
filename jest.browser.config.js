const { globalSetup: _, globalTeardown: __, ...base } = require("./jest.config.js");

/** @type {import("jest").Config} Tests in a real browser: `npm run test:browser`, after `npm run build`. */
module.exports = {
  ...base,
  testMatch: ["<rootDir>/test/browser/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  testTimeout: 90_000,
};
