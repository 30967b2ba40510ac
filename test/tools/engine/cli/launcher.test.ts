import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Machine } from "../machine";

const name = "pulumi-language-nodejs";
const launcher = path.resolve(__dirname, "../../../../tools/engine/cli", name);

let machine: Machine;
let besideCli: string;
beforeEach(() => {
  machine = new Machine();
  besideCli = path.join(machine.root, "engine/bin");
  mkdirSync(besideCli, { recursive: true });
  copyFileSync(launcher, path.join(besideCli, name));
});
afterEach(() => machine.remove());

function launch(...folders: string[]) {
  const PATH = [...folders, "/usr/bin", "/bin"].join(path.delimiter);
  return spawnSync(path.join(besideCli, "pulumi-language-nodejs"), ["127.0.0.1:1234"], {
    env: { PATH },
    encoding: "utf8",
  });
}

it("hands over to the next language host on PATH, with its arguments", () => {
  machine.script(name, 'echo "host of $1"');
  const handedOver = { status: 0, stdout: "host of 127.0.0.1:1234\n" };
  expect(launch(besideCli, machine.bin)).toMatchObject(handedOver);
  expect(launch(besideCli, besideCli, machine.bin)).toMatchObject(handedOver);
  expect(launch(machine.bin)).toMatchObject(handedOver);
});

it("never starts itself, and says what to do where there is no other", () => {
  const { status, stderr } = launch(besideCli);
  expect(status).toBe(1);
  expect(stderr).toContain("put tools/engine/language-host/bin of platform-foundation on PATH");
});

it("never hands over to another launcher for ever", () => {
  const otherCache = path.join(machine.root, "other/bin");
  mkdirSync(otherCache, { recursive: true });
  copyFileSync(launcher, path.join(otherCache, name));
  expect(launch(besideCli, otherCache).status).toBe(1);
  expect(launch(otherCache, besideCli).status).toBe(1);
  machine.script(name, "echo host");
  expect(launch(otherCache, besideCli, machine.bin)).toMatchObject({ status: 0, stdout: "host\n" });
});
