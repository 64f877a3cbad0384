import { GraphQLError } from "graphql";
import { badInput } from "../../graph/bad-input";

/** An error of work as callers are told it: what the methods say is out of range, is the question's fault. */
export const asFault = (error: unknown): unknown => (error instanceof RangeError ? badInput(error.message) : error);

/** The refusal of work that would have to wait behind too much other. */
export const overloaded = () => comeAgain("too much is being reckoned at the moment; ask again in a few seconds");

/** The refusal of work where as much of the same asker waits as may. */
export const overloadedByOne = (most: number) =>
  comeAgain(
    `${most} reckonings of yours wait, which is as many as one address or key may have wait; ask again in a few seconds, for fewer at once`,
  );

const comeAgain = (message: string) =>
  new GraphQLError(message, {
    extensions: { code: "OVERLOADED", http: { status: 503, headers: new Map([["retry-after", "5"]]) } },
  });

/** The refusal of work that takes too long. */
export const tooLong = (seconds: number) =>
  new GraphQLError(
    `this took longer than ${seconds} s to reckon and was stopped; ask for fewer draws, lists, cities or series, or a nearer horizon`,
    {
      extensions: { code: "QUERY_TIMEOUT" },
    },
  );

/** What becomes of work whose caller went away. */
export const cancelled = () =>
  new GraphQLError("nobody waits for this any more", { extensions: { code: "CANCELLED" } });
