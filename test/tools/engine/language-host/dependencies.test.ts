import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { installedDependencies } from "../../../../tools/engine/language-host/dependencies";
import { sdkScript } from "../../../../tools/engine/language-host/sdk";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "foundation-dependencies-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, content: object): void {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, JSON.stringify(content));
}

it("lists what the package.json above a program asks for, in the installed version", () => {
  write("package.json", { dependencies: { there: "^1.0.0", "@scope/there": "~2.0.0", missing: "^3.0.0" } });
  write("node_modules/there/package.json", { version: "1.4.2" });
  write("node_modules/@scope/there/package.json", { version: "2.0.9" });
  mkdirSync(path.join(folder, "stacks"));
  const listed = installedDependencies(path.join(folder, "stacks")).map((info) => info.toObject());
  expect(listed).toEqual([
    { name: "there", version: "1.4.2" },
    { name: "@scope/there", version: "2.0.9" },
    { name: "missing", version: "^3.0.0" },
  ]);
});

it("finds the SDK from a program's folder upward", () => {
  write("node_modules/@pulumi/pulumi/cmd/run/index.js", {});
  mkdirSync(path.join(folder, "deep/program"), { recursive: true });
  const found = path.join(folder, "node_modules/@pulumi/pulumi/cmd/run/index.js");
  expect(sdkScript(path.join(folder, "deep/program"), "cmd/run")).toBe(found);
});

it("says what to run where the SDK is not installed", () => {
  expect(() => sdkScript(folder, "cmd/run")).toThrow(`there is no @pulumi/pulumi for ${folder}: run npm install there`);
});
