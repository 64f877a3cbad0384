import { explainFolder, explainLoss, StoreError } from "../../src/store/store-error";

test.each([
  ["ENOSPC", "Cannot keep data in /home: the disk is full: make room."],
  ["ENOENT", "Cannot keep data in /home: it cannot be made there: choose another folder with CITEGRAPH_HOME."],
  ["EROFS", "Cannot keep data in /home: the disk is read-only: choose another folder with CITEGRAPH_HOME."],
])("a folder that cannot be written is told in words (%s)", (code, message) => {
  expect(explainFolder(Object.assign(new Error("mkdir"), { code }), "/home")).toEqual(new StoreError(message));
});

test.each([
  ["a connection that broke", { code: "ECONNRESET", message: "read ECONNRESET" }],
  ["a server that was stopped", { code: "57P01", message: "terminating connection due to administrator command" }],
  ["a connection that ended, wrapped by TypeORM", { driverError: { message: "Connection terminated unexpectedly" } }],
])("%s in the middle of a work is told in a line", (_title, error) => {
  const told = explainLoss(Object.assign(new Error(), error)) as StoreError;
  expect(told).toBeInstanceOf(StoreError);
  expect(told.message).toMatch(
    /^Postgres went away in the middle of the work \(.+\); nothing is half-recorded\. Start again\.$/,
  );
});

test("a disk that is full is told with what to do", () => {
  const error = { driverError: { code: "53100", message: "could not extend file: No space left on device" } };
  expect(explainLoss(error)).toEqual(
    new StoreError(
      "Postgres says: could not extend file: No space left on device. Please make room on its disk, and start again.",
    ),
  );
});

test("an error that nobody foresaw is handed back as it came", () => {
  const error = new TypeError("no stored type Town");
  expect(explainLoss(error)).toBe(error);
  expect(explainFolder(error, "/home")).toBe(error);
});
