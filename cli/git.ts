import { run } from "../tools/install/process";

/** A commit, and whether files differ from it. */
export interface Commit {
  readonly id: string;
  readonly dirty: boolean;
}

/** What is checked out in `root`; null where a machine has no Git, or the folder is an unpacked archive. */
export async function commitOf(root: string): Promise<Commit | null> {
  const git = (...args: string[]) => run("git", args, { cwd: root }).catch(() => ({ code: 1, stdout: "" }));
  const [head, status] = await Promise.all([git("rev-parse", "HEAD"), git("status", "--porcelain")]);
  if (head.code !== 0 || status.code !== 0) return null;
  return { id: head.stdout.trim(), dirty: status.stdout.trim() !== "" };
}
