import { GraphQLSchema, GraphQLString } from "graphql";
import { withCalculations } from "../../src/graph/read/calculate";
import { type Calculation } from "../../src/graph/read/compile";
import { Fitting } from "../../src/graph/read/fit";
import { type Asking } from "../../src/graph/reckoned";

const joined: Calculation = {
  computed: {
    owner: Object,
    field: "joined",
    sdl: ": String!",
    description: "",
    needs: "",
    compute: ({ a, b }, { by }) => `${a}${by}${b}`,
  },
  type: GraphQLString,
  nodes: [],
  args: ({ by }) => ({ by }),
};

const asking: Asking = {
  revision: 1,
  publicUrl: "https://citegraph.example",
  read: () => Promise.reject(new Error("nothing is read here")),
  work: () => Promise.reject(new Error("nothing is worked on here")),
  remember: () => Promise.reject(new Error("nothing is remembered here")),
};
const fitting = () => new Fitting({ schema: new GraphQLSchema({}), fragments: {}, variables: {} }, asking);

test("places are filled in, those within rows first, and the order of the answer stays", async () => {
  const data = JSON.stringify({
    first: [{ "@": 0, row: { a: 1, b: 2 } }, { plain: null }],
    second: { inner: { "@": 0, row: { a: { "@": 0, row: { a: 3, b: 4 } }, b: 5 } } },
    "": 6,
  });
  const answer = await withCalculations(data, [joined], { by: "-" }, fitting(), asking);
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
  const { all } = await withCalculations(JSON.stringify({ all: places }), [slow], {}, fitting(), asking);
  clearInterval(count);
  expect((all as number[]).at(-1)).toBeGreaterThan(0);
});
