import { withCalculations } from "../../src/graph/read/calculate";
import { type Calculation } from "../../src/graph/read/compile";

const joined: Calculation = {
  computed: {
    owner: Object,
    field: "joined",
    sdl: ": String!",
    description: "",
    needs: "",
    compute: ({ a, b }, { by }) => `${a}${by}${b}`,
  },
  args: ({ by }) => ({ by }),
};

const surroundings = { publicUrl: "https://citegraph.example" };

test("places are filled in, those within rows first, and the order of the answer stays", async () => {
  const data = JSON.stringify({
    first: [{ "@": 0, row: { a: 1, b: 2 } }, { plain: null }],
    second: { inner: { "@": 0, row: { a: { "@": 0, row: { a: 3, b: 4 } }, b: 5 } } },
    "": 6,
  });
  const answer = await withCalculations(data, [joined], { by: "-" }, surroundings);
  expect(JSON.stringify(answer)).toBe('{"first":["1-2",{"plain":null}],"second":{"inner":"3-4-5"},"":6}');
});

test("a long reckoning lets others have their turn", async () => {
  let turns = 0;
  const count = setInterval(() => turns++, 1);
  const slow: Calculation = {
    ...joined,
    computed: {
      ...joined.computed,
      compute: () => {
        const end = performance.now() + 12;
        while (performance.now() < end);
        return turns;
      },
    },
  };
  const places = Array.from({ length: 10 }, () => ({ "@": 0, row: {} }));
  const { all } = await withCalculations(JSON.stringify({ all: places }), [slow], {}, surroundings);
  clearInterval(count);
  expect((all as number[]).at(-1)).toBeGreaterThan(0);
});
