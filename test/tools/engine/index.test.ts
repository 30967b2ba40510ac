import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { gte } from "semver";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findEngine, minimumVersion, obtainEngine } from "../../../tools/engine";
import { goBuild } from "../../../tools/engine/build";
import { engineFolder, engineVersion } from "../../../tools/engine/cache";
import { officialDownload } from "../../../tools/engine/download";
import { InstallError } from "../../../tools/install/error";
import type { Way } from "../../../tools/install/install";
import { Machine, writeWorkingCli } from "./machine";

const repository = path.resolve(__dirname, "../../..");
const ownHost = path.join(repository, "tools/engine/language-host/bin");
const closedNetwork: Way = {
  source: "download",
  name: "download from get.pulumi.com",
  announcement: "downloading",
  check: () => Promise.reject(new Error("fetch failed: getaddrinfo ENOTFOUND get.pulumi.com")),
  run: () => Promise.reject(new Error("was run although its check had failed")),
};

let machine: Machine;
let lines: string[];
const report = (line: string) => lines.push(line);
beforeEach(() => {
  machine = new Machine();
  lines = [];
});
afterEach(() => machine.remove());

describe("a CLI on PATH", () => {
  it("is used when it is new enough, with our language host where there is none", async () => {
    const executable = machine.pulumi(`v${minimumVersion}`);
    const engine = {
      root: machine.root,
      executable,
      version: minimumVersion,
      source: "path",
      languageHostPath: ownHost,
    };
    expect(await obtainEngine([], report)).toEqual(engine);
    expect(await findEngine()).toEqual(engine);
    expect(machine.engines).toEqual([]);
  });

  it("is used with the official language host that stands beside it", async () => {
    machine.pulumi("v3.300.0");
    machine.script("pulumi-language-nodejs", "");
    expect(await findEngine()).toMatchObject({ version: "3.300.0", languageHostPath: undefined });
  });

  it("is passed over when it is too old or broken, for the next on PATH", async () => {
    const [old, broken, good] = ["old", "broken", "good"].map((name) => path.join(machine.root, name)) as [
      string,
      string,
      string,
    ];
    process.env.PATH = [old, broken, good].join(path.delimiter);
    machine.pulumi("v3.100.9", old);
    machine.script("pulumi", "echo no such library >&2; exit 127", broken);
    const executable = machine.pulumi("v3.248.1-dev.1", good);
    expect(await findEngine()).toMatchObject({ executable, version: "3.248.1-dev.1" });
  });

  it("is asked for its version with a Pulumi home that is not the user's", async () => {
    const seen = path.join(machine.root, "home");
    machine.script("pulumi", `echo "$PULUMI_HOME" > ${seen}; echo v3.300.0`);
    await findEngine();
    const home = readFileSync(seen, "utf8").trim();
    expect(home).toContain("foundation-pulumi-home-");
    expect(existsSync(home)).toBe(false);
  });
});

describe("without a usable CLI on PATH", () => {
  it("finds nothing and creates nothing", async () => {
    expect(await findEngine()).toBeUndefined();
    expect(existsSync(machine.cache)).toBe(false);
  });

  it("goes the first way that works, says why others did not, and keeps the result", async () => {
    machine.pulumi("v3.100.9");
    machine.go(writeWorkingCli);
    const executable = path.join(engineFolder(), "bin/pulumi");
    const engine = {
      root: engineFolder(),
      executable,
      version: engineVersion,
      source: "built",
      languageHostPath: ownHost,
    };
    expect(await obtainEngine([closedNetwork, goBuild], report)).toEqual(engine);
    expect(lines).toEqual([
      `passing over ${machine.bin}/pulumi: 3.100.9 is older than ${minimumVersion}`,
      "download from get.pulumi.com did not work: fetch failed: getaddrinfo ENOTFOUND get.pulumi.com",
      `building Pulumi CLI ${engineVersion} from its Go module (about 4 minutes on two cores, once)`,
      expect.stringMatching(/^Pulumi CLI 3\.250\.0 is ready after \d+ s, kept in /),
    ]);
    expect(machine.engines).toEqual([engineVersion]);

    expect(await obtainEngine([closedNetwork, goBuild], report)).toEqual(engine);
    expect(await findEngine()).toEqual(engine);
    expect(machine.builds).toBe(1);
  });

  it("takes the cached CLI from the cache when a command of ours has put it on PATH", async () => {
    machine.go(writeWorkingCli);
    const engine = await obtainEngine([goBuild], report);
    process.env.PATH = path.join(engine.root, "bin");
    expect(await findEngine()).toEqual(engine);
  });

  it("says what was tried, why it failed and what to install", async () => {
    const error = await obtainEngine([closedNetwork, goBuild], report).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(InstallError);
    expect(error.message).toBe(
      [
        "no usable Pulumi CLI, and none could be got",
        "- download from get.pulumi.com: fetch failed: getaddrinfo ENOTFOUND get.pulumi.com",
        "- build from the Go module: there is no go on PATH",
        `Install the Pulumi CLI ${minimumVersion} or newer (https://www.pulumi.com/docs/install/), or Go 1.25.11 or newer to have it built (https://go.dev/dl/), and run this again.`,
      ].join("\n"),
    );
  });

  it("gets the CLI again when somebody has removed half of it", async () => {
    machine.go(writeWorkingCli);
    const { executable } = await obtainEngine([goBuild], report);
    rmSync(executable);
    expect(await findEngine()).toBeUndefined();
    expect(await obtainEngine([goBuild], report)).toMatchObject({ executable });
    expect(machine.builds).toBe(2);
  });

  it("says which variable to set where the cache cannot be made", async () => {
    process.env.FOUNDATION_CACHE = machine.pulumi("v3.100.9");
    const error = await obtainEngine([goBuild], report).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(InstallError);
    expect(error.message).toContain("Set FOUNDATION_CACHE to a folder that may be written");
  });

  it("says so when go is too old", async () => {
    machine.script("go", 'echo "go: go.mod requires go >= 1.25.11 (running go 1.22.0; GOTOOLCHAIN=local)" >&2; exit 1');
    await expect(obtainEngine([goBuild], report)).rejects.toThrow(
      "build from the Go module: go: go.mod requires go >= 1.25.11",
    );
  });

  it("fails within seconds where the network is closed", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("fetch failed", { cause: new Error("ENOTFOUND") })));
    await expect(obtainEngine([officialDownload], report)).rejects.toThrow("get.pulumi.com: fetch failed: ENOTFOUND");
    vi.unstubAllGlobals();
  });
});

describe("the pinned release", () => {
  const goMod = readFileSync(path.join(repository, "tools/engine/cli/go.mod"), "utf8");

  it("is the one that go.mod pins, and new enough for our SDK", () => {
    expect(goMod).toContain(`github.com/pulumi/pulumi/pkg/v3 v${engineVersion}`);
    expect(gte(engineVersion, minimumVersion)).toBe(true);
  });

  it("needs the Go that the advice names", async () => {
    const error = await obtainEngine([], report).catch((thrown) => thrown);
    expect(error.message).toContain(`Go ${/^go (\S+)$/m.exec(goMod)?.[1]} or newer`);
  });
});
