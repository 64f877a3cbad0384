import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The worked questions, in the order of their file names. A file starts with comments: the first line is the title, the
 * lines after it the description. Its query has a name.
 *
 * @returns for each: slug (the file's name without number and ending), title, description, and the query as written
 */
export async function readExamples(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".graphql")).sort();
  return Promise.all(
    names.map(async (name) => {
      const query = await readFile(join(folder, name), "utf8");
      const comments = /^(?:#.*\n)+/.exec(query)?.[0].trim().split("\n") ?? [];
      const [title, ...description] = comments.map((line) => line.replace(/^#\s*/, ""));
      if (!title) throw new Error(`${name} must start with a comment that is its title`);
      if (!/^query \w+/m.test(query)) throw new Error(`${name} must have a query with a name`);
      const slug = name.replace(/^\d+-/, "").replace(/\.graphql$/, "");
      return { slug, title, description: description.filter(Boolean).join(" "), query };
    }),
  );
}
