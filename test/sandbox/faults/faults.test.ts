import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Call, Fault } from "../../../sandbox/faults/fault";
import { Faults, readFaults, timesStruck, writeFaults } from "../../../sandbox/faults/store";
import { maxAttempts, underFaults } from "../../../sandbox/faults/strike";

const vpc = (resource = "dev"): Call => ({ name: "create", type: "aws:ec2/vpc:Vpc", resource });
const role: Call = { name: "create", type: "aws:iam/role:Role", resource: "dev" };
const fault = (more: Partial<Fault>): Fault => ({ id: "a", rate: 1, seed: 7, ...more });

let dir: string;
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), "faults-"));
});
afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

const striking = (faults: Faults, calls: Call[]) => calls.map((call) => faults.striking(call).length);

describe("Faults", () => {
  it("strikes the calls that a fault is about, and no others", () => {
    const faults = new Faults(dir);
    const read: Call = { ...vpc(), name: "read" };
    const rule: Call = { ...vpc(), type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule" };
    const calls = [vpc(), rule, role, read];
    writeFaults(dir, [fault({ service: "ec2", error: "throttling" })]);
    expect(striking(faults, calls)).toEqual([1, 1, 0, 1]);
    writeFaults(dir, [fault({ call: "create", error: "throttling" })]);
    expect(striking(faults, calls)).toEqual([1, 1, 1, 0]);
    writeFaults(dir, [fault({ type: role.type, error: "throttling" })]);
    expect(striking(faults, calls)).toEqual([0, 0, 1, 0]);
  });

  it("goes by a change of the file at once", () => {
    const faults = new Faults(dir);
    expect(striking(faults, [vpc()])).toEqual([0]);
    writeFaults(dir, [fault({ error: "InternalError" })]);
    expect(striking(faults, [vpc()])).toEqual([1]);
    writeFaults(dir, []);
    expect(striking(faults, [vpc()])).toEqual([0]);
  });

  it("lets the first calls through and strikes only so often, over restarts too", () => {
    writeFaults(dir, [fault({ lostAnswer: true, skip: 1, times: 2 })]);
    expect(striking(new Faults(dir), [vpc(), vpc()])).toEqual([0, 1]);
    expect(striking(new Faults(dir), [vpc(), vpc()])).toEqual([1, 0]);
    expect(timesStruck(dir, fault({}))).toBe(2);
  });

  it("strikes the same attempts for the same seed, in whatever order resources come", () => {
    const names = Array.from({ length: 100 }, (_, index) => `r${index}`);
    const struck = (seed: number, order: string[]) => {
      fs.rmSync(path.join(dir, "faults-struck.json"), { force: true });
      writeFaults(dir, [fault({ error: "InternalError", rate: 0.3, seed })]);
      const faults = new Faults(dir);
      return order.filter((name) => faults.striking(vpc(name)).length > 0).sort();
    };
    const first = struck(7, names);
    expect(first.length).toBeGreaterThan(15);
    expect(first.length).toBeLessThan(50);
    expect(struck(7, [...names].reverse())).toEqual(first);
    expect(struck(8, names)).not.toEqual(first);
  });

  it("says so when the file is not one of faults", () => {
    fs.writeFileSync(path.join(dir, "faults.json"), JSON.stringify({ version: 1, faults: [{ id: "a", rate: 2 }] }));
    expect(() => readFaults(dir)).toThrow(/is not a list of faults:[\s\S]*rate/);
  });
});

describe("underFaults", () => {
  /** How often the cloud was asked, and the answer or the refusal. */
  async function asked(call: Call, ...strikes: Fault[][]): Promise<{ done: number; attempts: number; end: string }> {
    let done = 0;
    let attempts = 0;
    const next = () => {
      attempts += 1;
      return strikes[attempts - 1] ?? strikes.at(-1) ?? [];
    };
    const work = () => {
      done += 1;
      return "made";
    };
    const end = await underFaults(next, call, work).catch((error) => `${error.code}: ${error.message}`);
    return { done, attempts, end };
  }

  it("tries throttling and what the service cannot help again", async () => {
    for (const error of ["throttling", "InternalError", "ServiceUnavailable"])
      expect(await asked(vpc(), [fault({ error })], [fault({ error })], [])).toEqual({
        done: 1,
        attempts: 3,
        end: "made",
      });
  });

  it("gives up after as many attempts as the provider makes, with the service's own code", async () => {
    const always = [fault({ error: "throttling" })];
    expect(await asked(vpc(), always)).toMatchObject({ done: 0, attempts: maxAttempts });
    expect((await asked(vpc(), always)).end).toMatch(/^RequestLimitExceeded: .*maximum number of attempts, 25/);
    expect((await asked(role, always)).end).toMatch(/^Throttling: /);
    expect((await asked({ ...role, type: "aws:kms/key:Key" }, always)).end).toMatch(/^ThrottlingException: /);
  });

  it("does not try again what AWS refuses for good", async () => {
    expect(await asked(vpc(), [fault({ error: "UnauthorizedOperation" })], [])).toMatchObject({
      done: 0,
      attempts: 1,
      end: expect.stringMatching(/^UnauthorizedOperation: /),
    });
  });

  it("loses the answer of what was done, once", async () => {
    expect(await asked(vpc(), [fault({ lostAnswer: true })], [])).toMatchObject({
      done: 1,
      attempts: 1,
      end: expect.stringMatching(/^LostAnswer: .*unexpected EOF/),
    });
  });
});
