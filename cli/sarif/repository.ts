import { spawnSync } from "node:child_process";
import { projectRoot } from "../root";

/** Where others can read this repository, at the commit that is here. */
export interface Repository {
  /** E.g. https://github.com/example/platform-foundation. */
  readonly url: string;
  readonly commit: string;
}

/** The repository on its host; undefined where it has none, or is no Git working tree. */
export function repositoryOf(root = projectRoot): Repository | undefined {
  const git = (...args: string[]) => {
    const { status, stdout } = spawnSync("git", args, { cwd: root, encoding: "utf8" });
    return status === 0 ? stdout.trim() : undefined;
  };
  const remote = git("remote", "get-url", "origin");
  const url = remote === undefined ? undefined : webAddressOf(remote);
  const commit = git("rev-parse", "HEAD");
  return url === undefined || commit === undefined ? undefined : { url, commit };
}

/** `git@host:owner/name.git` and `https://user:token@host/owner/name.git` are both https://host/owner/name. */
export function webAddressOf(remote: string): string | undefined {
  const form = /^(?:(?:https?|ssh|git):\/\/)?(?:[^@/]*@)?([\w.-]+\.[a-z]+)(?::\d+\/|[:/])([\w./-]+?)(?:\.git)?\/?$/i;
  const address = form.exec(remote);
  return address ? `https://${address[1]}/${address[2]}` : undefined;
}
