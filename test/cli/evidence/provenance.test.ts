import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { provenanceOf } from "../../../cli/evidence/provenance";

const clock = new Date("2026-11-25T01:02:03Z");
const engine = { version: "3.250.0", source: "built" as const };

describe("where evidence comes from", () => {
  let root: string;
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  const of = (env: NodeJS.ProcessEnv = {}) =>
    provenanceOf({ clock, sandbox: true, engine, packs: { "own-pack": [] } }, root, env);
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" });

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "foundation-provenance-"));
    write("policy-packs/foundation/package.json", '{ "version": "1.0.0" }');
    write("policy-packs/own-pack/package.json", '{ "version": "1.2.3" }');
    write("policy-packs/own-pack/rules/a.ts", "one");
    write("policy-packs/exceptions.yaml", "exceptions: []");
    write("components/core/yaml.ts", "shared");
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it("is the time that it was told, with the versions of the packs", async () => {
    expect(await of()).toMatchObject({
      time: "2026-11-25T01:02:03.000Z",
      day: "2026-11-25",
      commit: null,
      engine,
      sandbox: true,
      pack: { name: "foundation", version: "1.0.0" },
      packs: [{ name: "own-pack", version: "1.2.3", rules: 0 }],
    });
  });

  it("is judged by the day that the packs are told, which need not be today", async () => {
    expect(await of({ FOUNDATION_TODAY: "2027-02-01" })).toMatchObject({
      time: "2026-11-25T01:02:03.000Z",
      day: "2027-02-01",
    });
  });

  it("has another hash of the packs once a rule's content or name is another, and of them alone", async () => {
    const before = await of();
    expect(await of()).toEqual(before);
    write("policy-packs/own-pack/rules/a.ts", "two");
    const changed = await of();
    expect(changed.packs[0]?.sha256).not.toBe(before.packs[0]?.sha256);
    expect(changed.pack.sha256).not.toBe(before.pack.sha256);
    expect(changed.files).toEqual(before.files);
    write("components/core/yaml.ts", "changed");
    expect((await of()).pack.sha256).not.toBe(changed.pack.sha256);
  });

  it("has the same hash once a pack is compiled", async () => {
    const before = await of();
    write("policy-packs/own-pack/bundle.js", "compiled");
    write("policy-packs/own-pack/own-pack-1.2.3.tgz", "packed");
    expect(await of()).toEqual(before);
  });

  it("has another hash of the exceptions where other exceptions are used, and the packs stay the same", async () => {
    const before = await of();
    write("elsewhere.yaml", "exceptions: [none]");
    const elsewhere = await of({ FOUNDATION_EXCEPTIONS: path.join(root, "elsewhere.yaml") });
    expect(elsewhere.files[0]?.sha256).not.toBe(before.files[0]?.sha256);
    write("policy-packs/exceptions.yaml", "exceptions: [none]");
    const changed = await of();
    expect(changed.files[0]?.sha256).toBe(elsewhere.files[0]?.sha256);
    expect(changed.pack).toEqual(before.pack);
    expect(before.files[1]).toEqual({ file: "policy-packs/standard.yaml", sha256: null });
  });

  it("names the commit, and whether files differ from it", async () => {
    git("init", "--quiet");
    git("add", ".");
    git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "--message", "first");
    const id = git("rev-parse", "HEAD").trim();
    expect((await of()).commit).toEqual({ id, dirty: false });
    write("policy-packs/own-pack/rules/a.ts", "two");
    expect((await of()).commit).toEqual({ id, dirty: true });
  });
});
