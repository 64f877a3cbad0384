import { linkTo, readLink } from "../../web/playground/link";

const page = "https://graph.example/graphql";

test("a link carries the question and its variables", () => {
  const question = { query: `{ city(slug: "zürich-ch") { name & } }`, variables: `{ "a": "b c+d" }` };
  const link = linkTo(page, question);
  expect(link).toMatch(/^https:\/\/graph\.example\/graphql\?query=/);
  expect(readLink(new URL(link))).toEqual(question);
});

test("variables that are empty are left out", () => {
  expect(linkTo(page, { query: "{ a }", variables: "  " })).toBe(`${page}?query=%7B+a+%7D`);
});

test("a question that is too long for an address stands behind the #", () => {
  const question = { query: `# ${"long ".repeat(3_000)}\n{ a }`, variables: "" };
  const link = linkTo(page, question);
  expect(link).toMatch(/graphql#query=/);
  expect(readLink(new URL(link))).toEqual(question);
});

test("an address without a question has none", () => {
  expect(readLink(new URL(page))).toBeUndefined();
  expect(readLink(new URL(`${page}?x=1#docs`))).toBeUndefined();
});
