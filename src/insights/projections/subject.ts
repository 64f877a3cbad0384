import { badInput } from "../../graph/bad-input";
import { type Asking } from "../../graph/reckoned";
import { kinds } from "../../knowledge";
import { type ProjectedIndicator } from "./measure";

/** What observations may be about: the sorts of subjects that indicators measure. */
const types = new Map(
  ["City", "Country", "Region", "Organisation", "Initiative", "RankingEdition", "AwardEdition", "ExpoEdition"].map(
    (type) => [type, kinds.find(({ entity }) => entity.name === type)!.one],
  ),
);

/**
 * Refuses a subject that the graph does not know.
 *
 * @param id a global id such as `Country:cn`
 * @throws GraphQLError BAD_USER_INPUT where it is no global id of a subject; NOT_FOUND, with near ones, where there is none
 */
export async function requireSubject({ read }: Pick<Asking, "read">, id: string): Promise<void> {
  const [type = "", slug = ""] = id.split(/:(.*)/s);
  const one = types.get(type);
  if (one === undefined || slug === "")
    throw badInput(
      `\`subject\` expects the global id of a subject, such as \`Country:cn\`, of one of the types ${[...types.keys()].join(", ")}, got ${JSON.stringify(id)}`,
    );
  await read(`query ($slug: Slug!) { ${one}(slug: $slug) { id } }`, { slug });
}

/** The indicator by its slug. @throws GraphQLError NOT_FOUND, with near ones, where there is none */
export function readIndicator({ remember }: Pick<Asking, "remember">, slug: string): Promise<ProjectedIndicator> {
  return remember(`projected indicator ${slug}`, async ({ read }) => {
    const found = await read<{ indicator: ProjectedIndicator }>(query, { slug });
    return found.indicator;
  });
}

const query = "query ($slug: Slug!) { indicator(slug: $slug) { id slug unit minimum maximum subjects } }";
