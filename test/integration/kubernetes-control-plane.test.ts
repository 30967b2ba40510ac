import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ensureControlPlane } from "../../tools/kubernetes";
import { ApiClient } from "../../tools/kubernetes/client";
import { startControlPlane } from "../../tools/kubernetes/control-plane";

const folder = mkdtempSync(path.join(os.tmpdir(), "foundation-control-plane-"));
const data = path.join(folder, "data");
let executable: string;
beforeAll(async () => {
  executable = await ensureControlPlane((line) => console.log(line));
}, 40 * 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // ESRCH, the only one for a process of ours.
    return false;
  }
};

it("keeps what it holds from one run to the next, shows its keys to nobody else, and leaves no process", async () => {
  const config = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "kept" }, data: { a: "b" } };
  const first = await startControlPlane(executable, data);
  const client = new ApiClient(first.access);
  const configs = "/api/v1/namespaces/default/configmaps";
  expect((await client.ask("POST", configs, { body: config })).status).toBe(201);
  client.close();
  for (const name of ["tokens.csv", "kubeconfig", "service-accounts.key", "certificates/apiserver.key"]) {
    expect([name, (statSync(path.join(data, name)).mode & 0o777).toString(8)]).toEqual([name, "600"]);
  }
  await first.stop();
  expect(first.pids.filter(isAlive)).toEqual([]);

  const second = await startControlPlane(executable, data);
  const again = new ApiClient(second.access);
  expect((await again.ask("GET", `${configs}/kept`)).body).toMatchObject({ data: { a: "b" } });
  const stranger = new ApiClient({ ...second.access, token: "wrong" });
  expect((await stranger.ask("GET", configs)).status).toBe(401);
  again.close();
  stranger.close();
  await second.stop();
});

it("dies with its parent, also when that is killed", async () => {
  const script = `
    const { startControlPlane } = require("./tools/kubernetes/control-plane");
    startControlPlane(${JSON.stringify(executable)}, ${JSON.stringify(data)}).then(({ pids }) => {
      console.log(JSON.stringify(pids));
      setInterval(() => {}, 1000);
    });`;
  const parent = spawn(process.execPath, ["-r", "./tools/typescript/register.js", "-e", script], {
    cwd: path.resolve(__dirname, "../.."),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface(parent.stdout), "line");
  const pids: number[] = JSON.parse(String(line));
  expect(pids.filter(isAlive)).toHaveLength(3);
  parent.kill("SIGKILL");
  while (pids.some(isAlive)) await sleep(50);
});
