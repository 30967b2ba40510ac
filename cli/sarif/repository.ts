import { run } from "../../tools/install/process";
import { projectRoot } from "../root";

/** Where others can read this repository, at the commit that is here. */
export interface Repository {
  /** E.g. https://github.com/example/platform-foundation. */
  readonly url: string;
  readonly commit: string;
}

/** The repository on its host; undefined where it has none, or is no Git working tree. */
export async function repositoryOf(root = projectRoot): Promise<Repository | undefined> {
  const git = async (...args: string[]) => {
    const { code, stdout } = await run("git", args, { cwd: root }).catch(() => ({ code: 1, stdout: "" }));
    return code === 0 ? stdout.trim() : undefined;
  };
  const [remote, commit] = await Promise.all([git("remote", "get-url", "origin"), git("rev-parse", "HEAD")]);
  const url = remote === undefined ? undefined : webAddressOf(remote);
  return url === undefined || commit === undefined ? undefined : { url, commit };
}

/** `git@host:owner/name.git` and `https://user:token@host/owner/name.git` are both https://host/owner/name. */
export function webAddressOf(remote: string): string | undefined {
  const address =
    /^(?:(?:https?|ssh|git):\/\/)?(?:[^@/]*@)?([\w.-]+\.[a-z]+)(?::\d+\/|[:/])([\w./-]+?)(?:\.git)?\/?$/i.exec(remote);
  return address ? `https://${address[1]}/${address[2]}` : undefined;
}
