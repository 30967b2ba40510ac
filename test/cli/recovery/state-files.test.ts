import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { repairStates } from "../../../cli/recovery/state-files";

describe("repairStates", () => {
  let dir: string;
  let said: string[];
  beforeEach(() => {
    dir = fs.mkdtempSync(path.join(os.tmpdir(), "states-"));
    said = [];
  });
  afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

  const stacks = ".pulumi/stacks/foundation";
  const state = `${stacks}/dev-network.json`;
  function write(name: string, content: string, ageMs = 0): void {
    const file = path.join(dir, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
    const time = new Date(Date.now() - ageMs);
    fs.utimesSync(file, time, time);
  }
  const read = (name: string) => fs.readFileSync(path.join(dir, name), "utf8");
  const exists = (name: string) => fs.existsSync(path.join(dir, name));
  const repair = () => repairStates(dir, (line) => said.push(line));

  it("leaves alone what is whole", () => {
    write(state, '{"version":3}');
    write(`${state}.bak`, '{"version":2}');
    write(`${state}.attrs`, "{}");
    write(".pulumi/locks/organization/foundation/dev-network/1.json", '{"pid":1}', 60_000);
    repair();
    expect(said).toEqual([]);
    expect(read(state)).toBe('{"version":3}');
    expect(exists(`${state}.attrs`)).toBe(true);
    expect(exists(".pulumi/locks/organization/foundation/dev-network/1.json")).toBe(true);
  });

  it("removes a side file that was cut off, without which the engine reads the state", () => {
    write(state, '{"version":3}');
    write(`${state}.attrs`, "");
    repair();
    expect(exists(`${state}.attrs`)).toBe(false);
    expect(exists(state)).toBe(true);
  });

  it("removes what writers that are gone left behind, but not what may still be written", () => {
    write(`${stacks}/dev-network.json.1a.tmp`, "{", 60_000);
    write(`${stacks}/dev-network.json.1b.tmp`, "{");
    write(".pulumi/locks/organization/foundation/dev-network/2.json.1c.tmp", "", 60_000);
    repair();
    expect(exists(`${stacks}/dev-network.json.1a.tmp`)).toBe(false);
    expect(exists(`${stacks}/dev-network.json.1b.tmp`)).toBe(true);
    expect(exists(".pulumi/locks/organization/foundation/dev-network/2.json.1c.tmp")).toBe(false);
  });

  it.each(["", '{"version":3,"check', "\0\0\0\0"])("goes back to the state before the last step from %j", (content) => {
    write(state, content);
    write(`${state}.bak`, '{"version":2}');
    repair();
    expect(read(state)).toBe('{"version":2}');
    expect(said.join()).toContain("dev-network: its state was cut off");
  });

  it("goes back to the last run's where that one is cut off too", () => {
    write(state, "");
    write(`${state}.bak`, "");
    write(".pulumi/backups/foundation/dev-network/dev-network.100.json", '{"version":0}');
    write(".pulumi/backups/foundation/dev-network/dev-network.200.json", '{"version":1}');
    repair();
    expect(read(state)).toBe('{"version":1}');
  });

  it("says so where no backup can be read", () => {
    write(state, "");
    expect(repair).toThrow("the state of dev-network cannot be read, and neither can a backup");
  });
});
