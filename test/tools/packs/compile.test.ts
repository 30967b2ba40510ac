import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { bundle, compiled } from "../../../tools/packs/compile";

const root = path.resolve(__dirname, "../../..");

describe("a compiled pack", () => {
  const dir = mkdtempSync(path.join(tmpdir(), "foundation-packs-"));
  const folder = path.join(dir, `pack-${process.pid}`);
  mkdirSync(folder);
  const made = new Set<string>();
  afterAll(() => {
    for (const file of made) for (const part of [file, `${file}.map`]) rmSync(part, { force: true });
    rmSync(path.join(root, "node_modules/.cache/foundation-packs", `${path.basename(folder)}.json`), { force: true });
    rmSync(dir, { recursive: true });
  });
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  const file = () => {
    const result = compiled(folder);
    made.add(result);
    return result;
  };
  const says = () => execFileSync(process.execPath, [file()], { encoding: "utf8" }).trim();

  write(
    "index.ts",
    'import { a } from "./a";\ndeclare const packsFolder: string;\nconsole.log(a, String(packsFolder));',
  );
  write("a.ts", 'export const a: string = "first";');

  it("is one file, which knows where the project's own files are", () => {
    expect(says()).toBe(`first ${path.join(root, "policy-packs")}`);
  });

  it("is made anew when anything in it has changed, whatever its time says, and only then", () => {
    const before = file();
    expect(file()).toBe(before);
    write("a.ts", 'export const a: string = "other";');
    utimesSync(path.join(folder, "a.ts"), 0, 0);
    expect(file()).not.toBe(before);
    expect(says()).toMatch(/^other /);
    write("a.ts", 'export const a: string = "first";');
    expect(file()).toBe(before);
  });

  it("is made anew when it was lost", () => {
    rmSync(file());
    expect(says()).toMatch(/^first /);
  });

  it("knows nothing of this machine where it is packed", () => {
    const packed = path.join(dir, "bundle.js");
    bundle(folder, null, packed);
    expect(readFileSync(packed, "utf8")).not.toContain(root);
    expect(execFileSync(process.execPath, [packed], { encoding: "utf8" }).trim()).toBe("first null");
  });
});
