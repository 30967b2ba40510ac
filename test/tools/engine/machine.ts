import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { engineVersion } from "../../../tools/engine/cache";

/** A machine of its own for one test: an empty cache, and a PATH with nothing but what the test puts there. */
export class Machine {
  readonly root = mkdtempSync(path.join(os.tmpdir(), "foundation-engine-test-"));
  readonly bin = path.join(this.root, "bin");
  readonly cache = path.join(this.root, "cache");
  private readonly before = { PATH: process.env.PATH, FOUNDATION_CACHE: process.env.FOUNDATION_CACHE };

  constructor() {
    mkdirSync(this.bin);
    Object.assign(process.env, { PATH: this.bin, FOUNDATION_CACHE: this.cache });
  }

  /** Puts a shell script on PATH, or into another folder of PATH. Only shell built-ins and absolute paths work in it. */
  script(name: string, body: string, folder = this.bin): string {
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, name);
    writeFileSync(file, `#!/bin/sh\n${body}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  pulumi(version: string, folder?: string): string {
    return this.script("pulumi", `echo ${version}`, folder);
  }

  /** A `go` whose build does `onBuild`, where $out is the file that it was told to write; it counts its builds. */
  go(onBuild: string): void {
    const countBuild = `echo build >> ${path.join(this.root, "builds")}`;
    const findOutput = `while [ "$1" != "-o" ]; do shift; done; out="$2"`;
    this.script("go", `if [ "$1" = build ]; then ${countBuild}; ${findOutput}; ${onBuild}\nfi`);
  }

  get builds(): number {
    const file = path.join(this.root, "builds");
    return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").length : 0;
  }

  /** What stands in the cache's folder of engines. */
  get engines(): string[] {
    const folder = path.join(this.cache, "engine");
    return existsSync(folder) ? readdirSync(folder).sort() : [];
  }

  remove(): void {
    Object.assign(process.env, this.before);
    if (this.before.FOUNDATION_CACHE === undefined) delete process.env.FOUNDATION_CACHE;
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** What a `go build` that works leaves: a program that answers with the version it was asked for. */
export const writeWorkingCli = `printf '#!/bin/sh\\necho v${engineVersion}\\n' > "$out"; /bin/chmod 755 "$out"`;
