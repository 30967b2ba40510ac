import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sandboxParts, stateFile } from "../../../cli/engine/sandbox-workplace";
import type { CloudResource } from "../../../sandbox/cloud/resource";
import { openCloud } from "../../../sandbox/cloud/store";
import { createdCount, findings, unreadableStates } from "../../../tools/faults/invariants";

const type = "aws:ec2/vpc:Vpc";
const outputs = { tagsAll: { Name: "dev" } };
const urn = `urn:pulumi:dev-network::foundation::${type}::dev`;
const vpc = (id: string, more: Partial<CloudResource> = {}): CloudResource => ({
  ...{ account: "111122223333", region: "eu-west-1", type, id, status: "active", inputs: {}, outputs, ...more },
});
const recorded = (id: string) => ({ urn, type, id, outputs });

describe("the invariants of a campaign", () => {
  let dir: string;
  beforeEach(() => {
    dir = fs.mkdtempSync(path.join(os.tmpdir(), "invariants-"));
  });
  afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

  function given(cloud: CloudResource[], latest: object): void {
    const stored = openCloud(sandboxParts(dir).cloud);
    stored.cloud.request(() => {
      for (const resource of cloud) stored.cloud.put(resource);
      stored.cloud.issue("a");
      stored.cloud.issue("b");
    });
    stored.close();
    const file = stateFile(dir, "dev-network");
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, JSON.stringify({ checkpoint: { stack: "dev-network", latest } }));
  }
  const none = { createdTwice: [], forgotten: [], unreadable: [], pending: [] };

  it("hold where cloud and state agree, whatever is only scheduled to go", () => {
    given([vpc("vpc-1"), vpc("vpc-2", { status: "PendingDeletion" })], { resources: [recorded("vpc-1")] });
    expect(findings(dir)).toEqual(none);
    expect(createdCount(dir)).toBe(2);
  });

  it("tell what was made twice from what was forgotten", () => {
    const other = vpc("vpc-3", { outputs: { tagsAll: { Name: "other" } } });
    given([vpc("vpc-1"), vpc("vpc-2"), other], { resources: [recorded("vpc-1")] });
    expect(findings(dir)).toEqual({
      ...none,
      createdTwice: [`${type} vpc-2`],
      forgotten: [`${type} vpc-3 is in no state`],
    });
  });

  it("tell what a state records and the cloud has not, and what is pending", () => {
    const pending = { type: "creating", resource: { urn, type } };
    given([], { resources: [recorded("vpc-1")], pending_operations: [pending] });
    expect(findings(dir)).toEqual({
      ...none,
      forgotten: [`${type} vpc-1 is not in the cloud`],
      pending: [`creating ${urn}`],
    });
  });

  it("tell a state that the engine could not read, by itself or by its side file", () => {
    given([], {});
    const file = stateFile(dir, "dev-network");
    expect(unreadableStates(dir)).toEqual([]);
    fs.writeFileSync(`${file}.attrs`, "");
    expect(unreadableStates(dir)).toEqual([file]);
    fs.rmSync(`${file}.attrs`);
    fs.writeFileSync(file, '{"checkpoint":');
    expect(unreadableStates(dir)).toEqual([file]);
  });
});
