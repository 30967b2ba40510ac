import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv/dist/2020";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DriftResult } from "../../cli/drift/result";
import { sandboxParts, stateFile } from "../../cli/engine/sandbox-workplace";
import driftSchema from "../../docs/reference/drift.schema.json";
import { loadCloudState } from "../../sandbox/cloud/store";
import { type Ended, Foundation } from "../support/command";
import { account, allow, expectedChanges, outsideChanges, outsideDeletions } from "../support/drift-cases";
import { Console } from "../support/outside";

const place = { account, region: "eu-west-1" };
const foundation = new Foundation();
const inConsole = (work: (console: Console) => void) => Console.open(foundation.sandbox, place, work);

/** Everything that a run may change: the states and the cloud, byte by byte. */
function kept(): string {
  const folder = path.dirname(stateFile(foundation.sandbox, "any"));
  const states = readdirSync(folder).sort();
  const files = states.map((name) => readFileSync(path.join(folder, name), "utf8"));
  return JSON.stringify([states, files, loadCloudState(sandboxParts(foundation.sandbox).cloud)]);
}

/** What a run reports: each thing, and each property with its kind, `?` where no program sets it. */
function reported({ stacks }: DriftResult): string[] {
  return stacks
    .flatMap(({ drift }) => drift)
    .map(({ kind, type, name, status, properties }) => {
      const what = `${type.split(":").at(-1)}/${name}`;
      if (kind === "deleted") return `${what} deleted${status === undefined ? "" : ` ${status}`}`;
      return `${what} ${properties.map((each) => `${each.kind} ${each.path}${each.managed ? "" : "?"}`).join(", ")}`;
    })
    .sort();
}

const validate = new Ajv().compile(driftSchema);

/** Runs `foundation drift staging`; proves that it changed nothing and that its JSON has the documented form. */
async function drift(...options: string[]): Promise<Ended & { json: DriftResult }> {
  const before = kept();
  const { json, ...ended } = await foundation.result(["drift", "staging", ...options]);
  if (!options.includes("--accept")) expect(kept() === before, "changed by drift").toBe(true);
  expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
  return { ...ended, json: json as unknown as DriftResult };
}

async function expectClean(): Promise<void> {
  const { code, json, stdout } = await drift();
  expect(reported(json)).toEqual([]);
  expect(stdout).toContain("The cloud is as the states record it.");
  expect(code).toBe(0);
}

afterAll(() => foundation.remove());

beforeAll(async () => {
  foundation.edit("staging", (yaml) => yaml.replace('version: "1.36"', 'version: "1.35"'));
  const { code, stdout, stderr } = await foundation.run(["up", "staging", "--sandbox", "--yes"]);
  expect(code, `${stdout}\n${stderr}`).toBe(0);
});

describe("foundation drift", () => {
  it("reports none in a cloud that nobody touched", expectClean);

  it("names exactly what was changed outside the program", async () => {
    await inConsole((cloud) => {
      for (const [what, changes] of Object.entries(outsideChanges)) cloud.set(what, changes);
      const igw = cloud.find("InternetGateway/staging").id;
      cloud.set("Route/staging-private-eu-west-1a", { gatewayId: igw, natGatewayId: null });
      cloud.set("RouteTableAssociation/staging-intra-eu-west-1a", {
        routeTableId: cloud.find("RouteTable/staging-public").id,
      });
      cloud.set("Alias/staging-cluster", { targetKeyId: cloud.create("aws:kms/key:Key", { description: "x" }).id });
    });
    const { code, json, stdout } = await drift();
    expect(reported(json)).toEqual([...expectedChanges].sort());
    expect(code).toBe(4);

    const subnet = json.stacks[0]?.drift.find(({ name }) => name === "staging-private-eu-west-1a");
    expect(subnet).toMatchObject({
      components: expect.arrayContaining(["Network staging"]),
      danger: true,
      properties: [{ path: "mapPublicIpOnLaunch", recorded: false, actual: true }],
    });
    const dangers = json.stacks[0]?.drift.map(({ danger }) => danger) ?? [];
    expect(dangers.indexOf(false)).toBeGreaterThan(dangers.lastIndexOf(true));
    expect(stdout).toContain("undo:    npx foundation up staging-network staging-cluster --refresh --sandbox");
  });

  it("is undone by up --refresh", async () => {
    const { code, stdout, stderr } = await foundation.run(["up", "staging", "--refresh", "--sandbox", "--yes"]);
    expect(code, `${stdout}\n${stderr}`).toBe(0);
    await expectClean();
  });

  it("tells what somebody added that no program sets, and who has to take it away", async () => {
    await inConsole((cloud) => {
      const groupId = cloud.find("SecurityGroup/staging-endpoints").id;
      const ssh = { ipProtocol: "tcp", fromPort: "22", toPort: "22", cidrIpv4: "0.0.0.0/0" };
      cloud.create("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { securityGroupId: groupId, ...ssh });
      cloud.create("aws:ec2/route:Route", {
        routeTableId: cloud.find("RouteTable/staging-intra").id,
        destinationCidrBlock: "0.0.0.0/0",
        gatewayId: cloud.find("InternetGateway/staging").id,
      });
      cloud.create("aws:iam/rolePolicyAttachment:RolePolicyAttachment", {
        role: cloud.find("Role/staging-node").id,
        policyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
      });
      cloud.create("aws:iam/rolePolicy:RolePolicy", {
        name: "more",
        role: cloud.find("Role/staging-node").id,
        policy: allow("*"),
      });
      // EKS never takes a version back: this can only be accepted.
      cloud.set("Cluster/staging", { version: "1.36" });
      cloud.set("DefaultSecurityGroup/staging", {
        ingress: JSON.stringify([{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }]),
      });
    });
    const { code, json, stdout } = await drift();
    expect(reported(json)).toEqual([
      "Cluster/staging-eksCluster update version",
      "DefaultSecurityGroup/staging add ingress[0]",
      "Role/staging-node add managedPolicyArns[2]?, add inlinePolicies[0]?",
      "RouteTable/staging-intra add routes[0]?",
      "SecurityGroup/staging-endpoints add ingress[1]?",
    ]);
    expect(stdout).toContain("by hand: 4 properties that no program sets");
    expect(code).toBe(4);
  });

  it("is accepted by drift --accept, which changes the states alone", async () => {
    const cloudBefore = loadCloudState(sandboxParts(foundation.sandbox).cloud);
    const { code, json } = await drift("--accept", "--yes");
    expect(code).toBe(0);
    expect(json.accepted).toBe(true);
    expect(json.totals.changed).toBe(5);
    expect(loadCloudState(sandboxParts(foundation.sandbox).cloud)).toEqual(cloudBefore);
    await expectClean();
    foundation.edit("staging", (yaml) => yaml.replace('version: "1.35"', 'version: "1.36"'));
  });

  it("names what was deleted, and up --refresh makes it again", async () => {
    await inConsole((cloud) => {
      for (const what of outsideDeletions) cloud.delete(what);
      cloud.set("Key/staging-cluster", { isEnabled: "false" });
    });
    const { code, json } = await drift();
    const deleted = outsideDeletions.map((what) => `${what} deleted`);
    expect(reported(json)).toEqual([...deleted, "Key/staging-cluster update isEnabled"].sort());
    expect(code).toBe(4);
    const up = await foundation.run(["up", "staging", "--refresh", "--sandbox", "--yes"]);
    expect(up.code, `${up.stdout}\n${up.stderr}`).toBe(0);
    await expectClean();
  });

  it("reports a key that waits for its deletion as deleted, with its status", async () => {
    let key: ReturnType<Console["find"]> | undefined;
    await inConsole((cloud) => {
      key = cloud.find("Key/staging-cluster");
      cloud.delete("Key/staging-cluster");
    });
    const { code, json } = await drift();
    expect(reported(json)).toEqual(["Key/staging-cluster deleted PendingDeletion"]);
    expect(code).toBe(4);
    await inConsole((cloud) => {
      if (key !== undefined) cloud.restore(key);
    });
    await expectClean();
  });

  it("skips what was never made", async () => {
    const { code, json } = await foundation.result(["drift", "prod"]);
    expect((json as unknown as DriftResult).stacks.map(({ result }) => result)).toEqual(["skipped", "skipped"]);
    expect(code).toBe(0);
  });
});
