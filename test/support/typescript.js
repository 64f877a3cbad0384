// Lets a child process of a test require TypeScript: node --require test/support/typescript.js <file.ts>
const { transformFileSync } = require("@swc/core");
const [, swc] = require("../../jest.config.js").transform["^.+\\.[jt]s$"];

require.extensions[".ts"] = (module, file) =>
  module._compile(transformFileSync(file, { ...swc, swcrc: false }).code, file);
