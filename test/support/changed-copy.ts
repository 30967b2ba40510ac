import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { projectRoot } from "./command";

/** A copy of this repository in which a test changes files, as a person does in a working tree. */
export class ChangedCopy {
  readonly root = mkdtempSync(path.join(tmpdir(), "foundation-copy-"));

  constructor() {
    const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
      cwd: projectRoot,
      encoding: "utf8",
    });
    for (const file of tracked.split("\0").filter(Boolean)) {
      const target = path.join(this.root, file);
      mkdirSync(path.dirname(target), { recursive: true });
      cpSync(path.join(projectRoot, file), target);
    }
    symlinkSync(path.join(projectRoot, "node_modules"), path.join(this.root, "node_modules"));
  }

  /** Replaces `before` by `after` in one file. */
  change(file: string, before: string, after: string): void {
    const full = path.join(this.root, file);
    const text = readFileSync(full, "utf8");
    if (!text.includes(before)) throw new Error(`${file} does not contain ${before}`);
    writeFileSync(full, text.replace(before, after));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
