import { isDeepStrictEqual } from "node:util";

type Fields = Record<string, unknown>;

/** Fields of package.json that no program reads and no installation obeys. */
const idle = ["devDependencies", "description", "keywords", "author", "homepage", "bugs", "repository", "files"];

/**
 * Whether two versions of package.json or package-lock.json differ only in what develops and tests, as most updates of
 * bots do. Anything that cannot be read is a difference.
 */
export function isSameForPrograms(file: string, before: string | undefined, after: string | undefined): boolean {
  const [one, other] = [parsed(before), parsed(after)];
  if (one === undefined || other === undefined) return false;
  if (file === "package.json") return isDeepStrictEqual(without(one), without(other));
  const [locked, nowLocked] = [runtimePackages(one), runtimePackages(other)];
  return locked !== undefined && isDeepStrictEqual(locked, nowLocked);
}

function parsed(text: string | undefined): Fields | undefined {
  try {
    return Object(JSON.parse(text ?? "")) as Fields;
  } catch {
    return undefined;
  }
}

function without(fields: Fields): Fields {
  const { scripts, ...rest } = fields;
  const kept = Object.entries(rest).filter(([name]) => !idle.includes(name));
  // Of the scripts only those that npm runs by itself.
  const own = Object.entries(Object(scripts)).filter(([name]) => /^(pre|post)?(install|prepare)$/.test(name));
  return Object.fromEntries([...kept, ["scripts", Object.fromEntries(own)]]);
}

/** The packages of a lock file that are installed to run and not only to develop; undefined where it has no such list. */
function runtimePackages(lock: Fields): Fields | undefined {
  if (typeof lock.packages !== "object" || lock.packages === null) return undefined;
  const packages = Object.entries(lock.packages as Record<string, Fields>);
  return Object.fromEntries(
    packages.filter(([, { dev }]) => dev !== true).map(([name, one]) => [name, name === "" ? without(one) : one]),
  );
}
