import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CommandFailure, WrongUse } from "../../cli/errors";

/** A file that differs from the base; `before` and `after` are its paths, one of them absent where it is new or gone. */
export interface ChangedFile {
  readonly before?: string;
  readonly after?: string;
}

/** What Git knows of the folder `root`, which may be part of a repository. Paths are relative to it. */
export class GitFolder {
  constructor(readonly root: string) {}

  /**
   * The commit from which HEAD went its own way: what `base` got since then is not part of the change.
   *
   * @throws WrongUse where there is no such commit, saying what helps.
   */
  mergeBase(base: string): string {
    const commit = this.tried("rev-parse", "--verify", "--quiet", "--end-of-options", `${base}^{commit}`);
    if (commit === undefined) {
      throw new WrongUse(
        `there is no commit "${base}" here\n  e.g. --base origin/main, after git fetch origin main; in a workflow check out with fetch-depth: 0`,
      );
    }
    const found = this.tried("merge-base", commit.trim(), "HEAD");
    if (found !== undefined) return found.trim();
    throw new WrongUse(
      `"${base}" and HEAD have no common commit${this.isShallow() ? ": the history here is cut off, fetch it whole (fetch-depth: 0)" : ""}`,
    );
  }

  head(): string {
    return this.said("rev-parse", "HEAD").trim();
  }

  /** Files that differ between `commit` and the working tree, which in a pipeline is HEAD; new ones among them. */
  changedSince(commit: string): ChangedFile[] {
    const tracked = parseNameStatus(
      this.said("diff", "--name-status", "-z", "--find-renames", "--relative", "--no-ext-diff", commit, "--"),
    );
    const untracked = this.said("ls-files", "--others", "--exclude-standard", "-z").split("\0").filter(Boolean);
    return [...tracked, ...untracked.map((after) => ({ after }))];
  }

  /** A file as it was; undefined where it did not exist. */
  contentAt(commit: string, file: string): string | undefined {
    return this.tried("show", `${commit}:./${file}`);
  }

  /** Does `work` with a temporary copy of the folder as it was at `commit`. */
  at<T>(commit: string, work: (folder: string) => T): T {
    const folder = mkdtempSync(path.join(tmpdir(), "foundation-base-"));
    try {
      const archive = spawnSync("git", ["archive", "--format=tar", commit], { cwd: this.root, maxBuffer: maxBytes });
      if (archive.status !== 0) throw new CommandFailure(`git archive ${commit}: ${String(archive.stderr).trim()}`);
      const { status, stderr } = spawnSync("tar", ["-x", "-C", folder], { input: archive.stdout });
      if (status !== 0) throw new CommandFailure(`tar of ${commit}: ${String(stderr).trim()}`);
      return work(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  private isShallow(): boolean {
    const file = this.said("rev-parse", "--git-path", "shallow").trim();
    return existsSync(path.resolve(this.root, file));
  }

  private said(...args: string[]): string {
    const { status, stdout, stderr, error } = this.git(args);
    if (error) throw new CommandFailure(`git cannot be run: ${error.message}`);
    if (status !== 0) throw new CommandFailure(`git ${args.join(" ")}: ${stderr.trim()}`);
    return stdout;
  }

  /** What Git says; undefined where it says that there is no such thing. */
  private tried(...args: string[]): string | undefined {
    const { status, stdout, error } = this.git(args);
    if (error) throw new CommandFailure(`git cannot be run: ${error.message}`);
    return status === 0 ? stdout : undefined;
  }

  private git(args: string[]) {
    return spawnSync("git", args, { cwd: this.root, encoding: "utf8", maxBuffer: maxBytes });
  }
}

const maxBytes = 512 * 1024 * 1024;

/** Reads `git diff --name-status -z`: a letter, and behind it one path, of renames and copies two. */
export function parseNameStatus(text: string): ChangedFile[] {
  const words = text.split("\0");
  const files: ChangedFile[] = [];
  for (let at = 0; at + 1 < words.length; ) {
    const letter = words[at++]?.charAt(0);
    const first = words[at++];
    if (letter === "R" || letter === "C") {
      const after = words[at++];
      files.push(letter === "R" ? { before: first, after } : { after });
    } else if (letter === "A") files.push({ after: first });
    else if (letter === "D") files.push({ before: first });
    else files.push({ before: first, after: first });
  }
  return files;
}
