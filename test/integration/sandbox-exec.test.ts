import { execFileSync } from "node:child_process";
import { afterAll, expect, it } from "vitest";
import { Foundation, projectRoot } from "../support/command";

const foundation = new Foundation();
afterAll(() => foundation.remove());

const exec = (...command: string[]) => foundation.run(["sandbox", "exec", "--", ...command]);
const workTree = () =>
  execFileSync("git", ["status", "--porcelain", "--untracked-files=all"], { cwd: projectRoot, encoding: "utf8" });

it("plain pulumi applies both layers through the language host, and foundation finds them unchanged", async () => {
  const before = workTree();
  for (const stack of ["dev-network", "dev-cluster"]) {
    const { code, stdout, stderr } = await exec("pulumi", "up", "--stack", stack, "--yes", "--non-interactive");
    expect(code, stdout + stderr).toBe(0);
    expect(stdout).toMatch(/foundation@v/);
    expect(stdout).toMatch(/\+ \d+ created/);
  }
  const { json } = await foundation.result(["preview", "dev"]);
  expect(json.totals).toMatchObject({ create: 0, update: 0, replace: 0, delete: 0, mandatory: 0 });
  // What another session of the sandbox could change, it did not: no tracked file, nothing new beside them.
  expect(workTree()).toBe(before);
});

it("gives the command an environment in which nothing leads to a real account", async () => {
  const outside = {
    AWS_PROFILE: "prod",
    AWS_SECRET_ACCESS_KEY: "x",
    KUBECONFIG: "/home/jo/.kube/config",
    PULUMI_ACCESS_TOKEN: "y",
  };
  const { stdout } = await foundation.run(["sandbox", "exec", "--", "env"], outside);
  expect(stdout.split("\n").filter((line) => /^(AWS_|KUBECONFIG|PULUMI_ACCESS_TOKEN)/.test(line))).toEqual([]);
  expect(stdout).toMatch(/^PULUMI_DEBUG_PROVIDERS=aws:\d+,eks:\d+,kubernetes:\d+$/m);
});

it("ends with the exit code of the command, and names a command that is not there", async () => {
  expect((await exec("sh", "-c", "exit 7")).code).toBe(7);
  const missing = await exec("no-such-command");
  expect(missing.code).toBe(1);
  expect(missing.stderr).toContain("no-such-command: command not found");
});
