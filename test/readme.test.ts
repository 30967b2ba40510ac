import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { transformSync } from "esbuild";
import { expect, it } from "vitest";
import { program } from "../cli/program";
import * as components from "../components";
import { counts, settled, startMocks } from "./support/harness";

const root = path.resolve(__dirname, "..");
const readme = readFileSync(path.join(root, "README.md"), "utf8");

it("shows a program that makes a network", async () => {
  const source = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  const { code } = transformSync(source, { loader: "ts", format: "cjs" });
  const load = createRequire(__filename);
  const module = { exports: {} as Record<string, unknown> };
  await startMocks();
  new Function("require", "module", "exports", code)(
    (name: string) => (name === "../components" ? components : load(name)),
    module,
    module.exports,
  );
  await settled();
  expect(counts()["aws:ec2/vpc:Vpc"]).toBe(1);
  expect(module.exports.vpcId).toBeDefined();
});

it("names commands and files that exist", () => {
  const known = program().commands.map((command) => command.name());
  for (const [, name] of readme.matchAll(/npx foundation (\w+)/g)) expect(known).toContain(name);
  for (const [, link] of readme.matchAll(/\]\(([^)#]+)\)/g))
    expect(existsSync(path.join(root, link ?? "")), link).toBe(true);
});
