import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startControlPlane } from "../../../tools/kubernetes/control-plane";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "foundation-control-plane-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function executable(script: string): string {
  const file = path.join(folder, "control-plane");
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

it("says which component ended, and the end of its log", async () => {
  const etcdOnly = executable('[ "$1" = etcd ] && exec sleep 60\necho "bind: address already in use" >&2\nexit 1');
  await expect(startControlPlane(etcdOnly, path.join(folder, "data"))).rejects.toThrow(
    /did not start: kube-apiserver ended with code 1; the end of .*kube-apiserver\.log:\nbind: address already in use/,
  );
});

it("says so where there is nothing to start", async () => {
  await expect(startControlPlane(path.join(folder, "none"), path.join(folder, "data"))).rejects.toThrow(
    /etcd did not start: spawn .* ENOENT/,
  );
});
