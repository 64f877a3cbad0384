import { GraphQLError } from "graphql";

/** The condition that every row meets. */
export const everyRow = "true";

/** How many conditions a statement may have, those of a page and of its total each by itself: every row is held against each. */
const most = 500;

/** Counts the conditions of a statement. */
export function conditionCounter(): () => void {
  let count = 0;
  return () => {
    if (++count > most) throw tooMany();
  };
}

const tooMany = () =>
  new GraphQLError(
    `The operation has more than ${most} conditions, the limit; give many values of one field as a list (\`in\`), or ask in several operations`,
    { extensions: { code: "QUERY_TOO_LARGE", http: { status: 400 } } },
  );
