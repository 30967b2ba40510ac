import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";
import type { StackResult } from "../../cli/report/result";
import { Foundation } from "../support/command";

const foundation = new Foundation();
afterAll(() => foundation.remove());

const root = path.resolve(__dirname, "../..");

it("a program that fails, also with a rejection nobody awaits, leaves the next one succeeded", async () => {
  const register = path.join(root, "tools/typescript/register.js");
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["-r", register, path.join(root, "test/support/two-programs.ts")],
    { env: { ...process.env, FOUNDATION_SANDBOX: foundation.sandbox } },
  );
  const [bad, good] = JSON.parse(stdout) as StackResult[];
  expect(bad?.result).toBe("failed");
  expect(bad?.diagnostics.map(({ message }) => message).join()).toContain("dev: invalid arguments");
  expect(good).toMatchObject({ result: "succeeded", changes: { create: 2 } });
});
