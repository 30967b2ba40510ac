import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { InstallError } from "../../../tools/install/error";
import { ensureControlPlane, findControlPlane, kubernetesVersion } from "../../../tools/kubernetes";
import { Machine } from "../engine/machine";

const goMod = readFileSync(path.resolve(__dirname, "../../../tools/kubernetes/control-plane/go.mod"), "utf8");
/** What a `go build` that works leaves: a program that answers with the version it was asked for. */
const writeProgram = (version: string) =>
  `printf '#!/bin/sh\\necho Kubernetes v${version}\\n' > "$out"; /bin/chmod 755 "$out"`;

let machine: Machine;
let lines: string[];
const report = (line: string) => lines.push(line);
beforeEach(() => {
  machine = new Machine();
  lines = [];
});
afterEach(() => machine.remove());
const kept = () => {
  const folder = path.join(machine.cache, "kubernetes");
  return existsSync(folder) ? readdirSync(folder) : [];
};

describe("the control plane", () => {
  it("is not looked for further than the cache, and nothing is made for it", async () => {
    expect(await findControlPlane()).toBeUndefined();
    expect(existsSync(machine.cache)).toBe(false);
  });

  it("is built once and kept under what it is built from", async () => {
    machine.go(writeProgram(kubernetesVersion));
    const executable = await ensureControlPlane(report);
    expect(path.relative(machine.cache, executable)).toMatch(/^kubernetes\/1\.36\.3-[0-9a-f]{12}\/bin\/control-plane$/);
    expect(await findControlPlane()).toBe(executable);
    expect(await ensureControlPlane(report)).toBe(executable);
    expect(machine.builds).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/^building the Kubernetes 1\.36\.3 control plane from its Go modules/),
      expect.stringMatching(/^Kubernetes control plane 1\.36\.3 is ready after \d+ s, kept in /),
    ]);
  });

  it("of another version, or half of one, is not kept", async () => {
    machine.go(writeProgram("1.30.0"));
    await expect(ensureControlPlane(report)).rejects.toThrow("got version 1.30.0 where 1.36.3 was asked for");
    machine.go('echo half > "$out"; echo "dial tcp: no route to the module proxy" >&2; exit 1');
    await expect(ensureControlPlane(report)).rejects.toThrow("no route to the module proxy");
    expect(kept()).toEqual([]);
  });

  it("says what to do where there is no go", async () => {
    const error = await ensureControlPlane(report).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(InstallError);
    expect(error.message).toBe(
      [
        "no usable Kubernetes control plane, and none could be got",
        "- build from the Go module: there is no go on PATH",
        "Install Go 1.26.0 or newer (https://go.dev/dl/) and let it reach a Go module proxy (go env GOPROXY), or leave Kubernetes to the model, which needs neither.",
      ].join("\n"),
    );
  });
});

describe("the pinned release", () => {
  it("is the one that go.mod pins, and needs the Go that the advice names", () => {
    expect(goMod).toContain(`k8s.io/kubernetes v${kubernetesVersion}`);
    expect(goMod).toMatch(/^go 1\.26\.0$/m);
  });
});
