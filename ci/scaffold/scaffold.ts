import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { WrongUse } from "../../cli/errors";
import { repositoryOf } from "../../cli/sarif/repository";
import { select } from "../../cli/selection";
import type { Repository } from "../roles/trust";
import { bootstrapFiles } from "./bootstrap";
import { inOrder, type Waves } from "./environments";
import { gitHubFiles } from "./github";
import { gitLabFiles } from "./gitlab";

export interface ScaffoldOptions {
  provider: "github" | "gitlab";
  out: string;
  force: boolean;
  /** Names of environments, separated by commas. Default: the usual order. */
  order?: string;
  /** OWNER/NAME. Default: that of the remote `origin`. */
  repository?: string;
  /** Of GitHub. */
  repositoryId?: string;
  ownerId?: string;
  /** Of GitLab. Default: that of the remote `origin`, else gitlab.com. */
  host?: string;
}

/** A file that the scaffold has, and whether it is there already as it would be written. */
export interface ScaffoldFile {
  readonly path: string;
  readonly written: boolean;
}

/**
 * Writes the pipeline of a repository into `out`, and what it needs in its accounts.
 *
 * @throws WrongUse with every mistake in options and environment files, and every file that would be overwritten; then
 *   nothing is written.
 */
export function scaffold(options: ScaffoldOptions): ScaffoldFile[] {
  const { out, force, provider } = options;
  const waves = inOrder([...select([]).environments.values()], options.order?.split(","));
  const repository = repositoryIn(options);
  const wrong = [waves, repository].flatMap((one) => (isMistakes(one) ? one : []));
  if (isMistakes(waves) || isMistakes(repository)) throw new WrongUse(wrong.join("\n"));
  const files = scaffoldFiles(provider, waves, repository);
  const changed = Object.entries(files).filter(([file, content]) => !isThere(path.join(out, file), content));
  const others = changed.filter(([file]) => existsSync(path.join(out, file)));
  if (others.length > 0 && !force) {
    const lines = others.map(([file]) => `${path.join(out, file)} is there and says something else`);
    throw new WrongUse([...lines, "  --force overwrites; nothing was written"].join("\n"));
  }
  for (const [file, content] of changed) {
    mkdirSync(path.dirname(path.join(out, file)), { recursive: true });
    writeFileSync(path.join(out, file), content);
  }
  const written = new Set(changed.map(([file]) => file));
  return Object.keys(files).map((file) => ({ path: file, written: written.has(file) }));
}

function scaffoldFiles(provider: "github" | "gitlab", waves: Waves, repository: Repository): Record<string, string> {
  const pipeline = provider === "github" ? gitHubFiles(waves) : gitLabFiles(waves);
  return { ...pipeline, ...bootstrapFiles(waves, repository) };
}

const isMistakes = (value: Waves | Repository | string[]): value is string[] =>
  Array.isArray(value) && typeof value[0] === "string";

const isThere = (file: string, content: string) => existsSync(file) && readFileSync(file, "utf8") === content;

/** The repository whose jobs get credentials, or every mistake. */
function repositoryIn(options: ScaffoldOptions): Repository | string[] {
  const origin = repositoryOf(process.cwd())?.url;
  const remote = origin === undefined ? undefined : new URL(origin);
  const name = options.repository ?? remote?.pathname.slice(1);
  if (name === undefined) return ["there is no remote origin: name the repository, e.g. --repository example/platform"];
  const wrongName = /^[\w.-]+(\/[\w.-]+)+$/.test(name)
    ? []
    : [`--repository ${name} is not OWNER/NAME, e.g. example/platform`];
  if (options.provider === "gitlab") {
    const ownHost = remote?.hostname === "github.com" ? undefined : remote?.hostname;
    const host = options.host ?? ownHost ?? "gitlab.com";
    const mistakes = [...wrongName, ...(/^[\w.-]+$/.test(host) ? [] : [`--host ${host} is no host name`])];
    return mistakes.length > 0 ? mistakes : { provider: "gitlab", name, host };
  }
  const { repositoryId = "", ownerId = "" } = options;
  const mistakes = [...wrongName, ...wrongIds({ "--repository-id": repositoryId, "--owner-id": ownerId }, name)];
  return mistakes.length > 0 ? mistakes : { provider: "github", name, id: repositoryId, ownerId };
}

function wrongIds(ids: Record<string, string>, name: string): string[] {
  const lookUp = `gh api repos/${name} --jq '.id, .owner.id'`;
  return Object.entries(ids)
    .filter(([, id]) => !/^[1-9]\d*$/.test(id))
    .map(([option, id]) =>
      id === ""
        ? `${option} is missing: the roles trust the ID, which stays when the name is given to others; ${lookUp}`
        : `${option} ${id} is no number; ${lookUp}`,
    );
}
