import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findEngine, obtainEngine } from "../../../tools/engine";
import { goBuild } from "../../../tools/engine/build";
import { engineFolder, engineVersion } from "../../../tools/engine/cache";
import type { Way } from "../../../tools/install/install";
import { Machine, writeWorkingCli } from "./machine";

const repository = path.resolve(__dirname, "../../..");
const ignore = () => {};

let machine: Machine;
beforeEach(() => {
  machine = new Machine();
});
afterEach(() => machine.remove());

describe("something that breaks half-way leaves nothing", () => {
  it.each([
    [
      "a build that fails",
      'echo half > "$out"; echo "disk is full" >&2; exit 1',
      "go build ended with code 1\n    disk is full",
    ],
    ["a build that is killed", 'echo half > "$out"; kill -9 $$', "go build ended with a signal"],
    [
      "a build of another version",
      `printf '#!/bin/sh\\necho v3.1.0' > "$out"; /bin/chmod 755 "$out"`,
      "got version 3.1.0 where 3.250.0",
    ],
    [
      "a build that does not run",
      `printf '#!/bin/sh\\nexit 1' > "$out"; /bin/chmod 755 "$out"`,
      "version ended with code 1",
    ],
  ])("%s", async (_what, onBuild, message) => {
    machine.go(onBuild);
    await expect(obtainEngine([goBuild], ignore)).rejects.toThrow(message);
    expect(machine.engines).toEqual([]);
    expect(await findEngine()).toBeUndefined();

    machine.go(writeWorkingCli);
    expect(await obtainEngine([goBuild], ignore)).toMatchObject({ source: "built" });
  });

  it("a download that breaks off, after which the next way is gone", async () => {
    const brokenDownload: Way = {
      source: "download",
      name: "download",
      announcement: "downloading",
      check: async () => {},
      run: async (folder) => {
        machine.pulumi("half", path.join(folder, "bin"));
        throw new Error("connection reset");
      },
    };
    machine.go(writeWorkingCli);
    expect(await obtainEngine([brokenDownload, goBuild], ignore)).toMatchObject({ source: "built" });
    expect(machine.engines).toEqual([engineVersion]);
  });

  it("a process that was killed: its lock is broken and what it left is removed", async () => {
    const left = `${engineFolder()}.partial-1/bin`;
    const lock = `${engineFolder()}.lock`;
    mkdirSync(left, { recursive: true });
    writeFileSync(path.join(left, "pulumi"), "half");
    mkdirSync(lock);
    const longAgo = Date.now() / 1000 - 60;
    utimesSync(lock, longAgo, longAgo);
    machine.go(writeWorkingCli);
    expect(await obtainEngine([goBuild], ignore)).toMatchObject({ source: "built" });
    expect(machine.engines).toEqual([engineVersion]);
  });
});

describe("a second call at the same time", () => {
  const script = `
    const { obtainEngine } = require("./tools/engine");
    const { goBuild } = require("./tools/engine/build");
    obtainEngine([goBuild], console.log).then((engine) => console.log(engine.source));`;
  const start = () =>
    spawn(process.execPath, ["-r", "./tools/typescript/register.js", "-e", script], {
      cwd: repository,
      stdio: ["ignore", "pipe", "inherit"],
    });

  async function output(child: ChildProcess): Promise<string> {
    let text = "";
    child.stdout?.on("data", (bytes) => {
      text += bytes;
    });
    await once(child, "close");
    return text;
  }

  it("waits, says so, and uses what the first has got", async () => {
    machine.go(`/bin/sleep 2; ${writeWorkingCli}`);
    const outputs = await Promise.all([output(start()), output(start())]);
    expect(machine.builds).toBe(1);
    expect(outputs.map((text) => text.trim().split("\n").at(-1))).toEqual(["built", "built"]);
    const waiting = outputs.filter((text) =>
      text.includes("another process is getting the Pulumi CLI; waiting for it"),
    );
    expect(waiting).toHaveLength(1);
    expect(machine.engines).toEqual([engineVersion]);
  });
});
