import { Misused } from "../../bench/arguments";
import { readAskedFor } from "../../bench/beside/asked";
import { serverNames } from "../../bench/beside/names";

test.each([
  ["an option that there is not", ["--fast"], "Unknown option '--fast'"],
  ["a stray word", ["all"], "Unexpected argument 'all'"],
  ["an option without its value", ["--home"], "Option '--home <value>' argument missing"],
  ["a scale that there is not", ["--scale", "huge"], "--scale expects small or full, got huge"],
  ["a name that every object has", ["--scale", "constructor"], "--scale expects small or full, got constructor"],
  ["no number", ["--rounds", "abc"], "--rounds expects a whole number of at least 1, got abc"],
  ["none", ["--seconds", "0"], "--seconds expects a whole number of at least 1, got 0"],
  ["a question that there is not", ["--only", "Q1,Q9"], "--only expects Q1 or Q2 or Q3 or Q4 or Q5 or Q6, got Q9"],
  ["a server that there is not", ["--beside", "Hasura"], "got Hasura"],
  ["some questions for the whole table", ["--only", "Q1", "--write"], "--write expects all questions"],
  ["some servers for the whole table", ["--beside", "Mercurius", "--write"], "--write expects all questions"],
  ["a small database for the table", ["--scale", "small", "--write"], "at full scale"],
])("%s is refused with what was expected and how it is used, before anything is done", (_what, args, expected) => {
  const read = () => readAskedFor(args);
  expect(read).toThrow(Misused);
  expect(read).toThrow(expected);
  expect(read).toThrow("usage: npm run bench:peers");
});

test("what is asked for is read", () => {
  expect(readAskedFor([])).toMatchObject({ plan: { rounds: 5, seconds: 2 }, only: undefined, write: false });
  expect(readAskedFor(["--only", "Q6,Q1", "--beside", "Mercurius", "--rounds", "3"])).toMatchObject({
    ...{ only: ["Q6", "Q1"], beside: [serverNames[0], "Mercurius"], plan: { rounds: 3 } },
  });
});

test("`--help` tells how it is used, and ends", () => {
  const ended = new Error("ended");
  const end = jest.spyOn(process, "exit").mockImplementation(() => {
    throw ended;
  });
  const told = jest.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    expect(() => readAskedFor(["--help"])).toThrow(ended);
    expect(end).toHaveBeenCalledWith();
    expect(told.mock.calls.flat().join("")).toMatch(/^usage: npm run bench:peers/);
  } finally {
    end.mockRestore();
    told.mockRestore();
  }
});
