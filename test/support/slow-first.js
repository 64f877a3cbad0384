const { default: Sequencer } = require("@jest/test-sequencer");

// By how long each takes. One that begins late is waited for alone, while the other cores idle.
const slow = [
  "intake/history",
  "graph/search",
  "intake/killed-server",
  "intake/killed",
  "server/worst",
  "server/export",
  "server/rows-read",
  "server/bad-input",
  "graph/oracle",
  "graph/as-of",
  "store/embedded",
  "evidence",
  "forecast/known-answers",
  "intake/load",
  "pages/pages",
];

/** Runs the slow files first, and then the others as jest does: it knows how long they took only where they ran before. */
module.exports = class SlowFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const found = slow.findIndex((name) => path.endsWith(`/test/${name}.test.ts`));
      return found < 0 ? slow.length : found;
    };
    return super.sort(tests).sort((a, b) => place(a) - place(b));
  }
};
