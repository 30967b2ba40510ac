import { beforeEach, describe, expect, it } from "vitest";
import { CloudError } from "../../../sandbox/cloud/errors";
import { invoke } from "../../../sandbox/invokes";
import { sandboxMocks } from "../../../sandbox/mocks";
import { propagationMs } from "../../../sandbox/models/propagation";
import { podIdentityType } from "../../support/eks";
import {
  change,
  clusterType,
  drop,
  make,
  makeRole,
  makeSubnet,
  makeVpc,
  scope,
  startCloudAt,
  trust,
} from "../../support/models";

let now = 0;

/** A cluster's inputs: all that they name is there, but for the role, which is made last. */
function clusterInputs() {
  const { id } = makeVpc();
  const subnetIds = ["a", "b"].map((zone, index) => makeSubnet(id, `10.0.${index}.0/24`, `eu-west-1${zone}`).id);
  const role = makeRole("eks", trust("eks.amazonaws.com"));
  return { name: "dev", version: "1.34", roleArn: role.outputs.arn ?? "", vpcConfig: { subnetIds } };
}

function errorOf(work: () => unknown): CloudError | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof CloudError) return error;
    throw error;
  }
  return undefined;
}

beforeEach(() => {
  now = 0;
  startCloudAt(() => now);
});

describe("a role that was made a moment ago", () => {
  it("is not there yet for EKS, which the provider repeats until it is", () => {
    const inputs = clusterInputs();
    now = propagationMs - 1;
    const error = errorOf(() => make(clusterType, inputs));
    expect(error).toMatchObject({ code: "InvalidParameterException", retried: true });
    expect(error?.message).toMatch(/^roleArn, .*, does not exist$/);
    now = propagationMs;
    expect(make(clusterType, inputs).id).toBe("dev");
  });

  it("is not there again where it was deleted and made again", () => {
    const inputs = clusterInputs();
    now = 1_000;
    drop(scope.global.list("aws:iam/role:Role")[0] ?? fail());
    makeRole("eks", trust("eks.amazonaws.com"));
    expect(errorOf(() => make(clusterType, inputs))?.retried).toBe(true);
    now += propagationMs;
    expect(make(clusterType, inputs).id).toBe("dev");
  });

  it("is not there yet for an association of pods", () => {
    const inputs = clusterInputs();
    now = 1_000;
    make(clusterType, inputs);
    now += 1_000;
    const { arn: roleArn = "" } = makeRole("app", trust("pods.eks.amazonaws.com")).outputs;
    const identity = { clusterName: "dev", namespace: "app", serviceAccount: "app", roleArn };
    expect(errorOf(() => make(podIdentityType, identity))).toMatchObject({ retried: true });
    now += propagationMs;
    make(podIdentityType, identity);
  });

  it("is there at once in unit tests", () => {
    const mocks = sandboxMocks({ checkReferences: true });
    const register = (type: string, name: string, inputs: object) => {
      const made = mocks.newResource({ type, name, inputs, custom: true });
      if (made instanceof Promise) throw new Error("the mocks answer at once");
      return { id: String(made.id), state: made.state };
    };
    const vpc = register("aws:ec2/vpc:Vpc", "vpc", { cidrBlock: "10.0.0.0/16" });
    const subnetIds = ["a", "b"].map((zone, index) => {
      const inputs = { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `eu-west-1${zone}` };
      return register("aws:ec2/subnet:Subnet", zone, inputs).id;
    });
    const role = register("aws:iam/role:Role", "eks", { assumeRolePolicy: trust("eks.amazonaws.com") });
    const cluster = { name: "dev", roleArn: role.state.arn, vpcConfig: { subnetIds } };
    expect(register(clusterType, "dev", cluster).id).toBe("dev");
    expect(register("aws:eks/addon:Addon", "dns", { clusterName: "dev", addonName: "coredns" }).id).toBe("dev:coredns");
  });
});

describe("what AWS still works on", () => {
  it("is being made, then being changed, each for a while", () => {
    const inputs = clusterInputs();
    now = 1_000;
    const made = make(clusterType, inputs);
    expect(scope.busyWith(made)).toBe("CREATING");
    now = made.busy?.until ?? 0;
    expect(scope.busyWith(made)).toBeUndefined();
    const updated = change(made, { enabledClusterLogTypes: ["api"] });
    expect(scope.busyWith(updated)).toBe("UPDATING");
    now = updated.busy?.until ?? 0;
    expect(scope.busyWith(updated)).toBeUndefined();
  });

  it("keeps a cluster from being deleted until it is through", () => {
    const inputs = clusterInputs();
    now = 1_000;
    const cluster = make(clusterType, inputs);
    expect(errorOf(() => drop(cluster))).toMatchObject({ code: "ResourceInUseException", retried: true });
    now += 1_000;
    drop(cluster);
    expect(scope.find(clusterType, "dev")).toBeUndefined();
  });

  it("is as the invoke of a cluster says", () => {
    const inputs = clusterInputs();
    now = 1_000;
    make(clusterType, inputs);
    expect(statusOf("dev")).toBe("CREATING");
    now += 1_000;
    expect(statusOf("dev")).toBe("ACTIVE");
  });
});

const statusOf = (name: string) => invoke("aws:eks/getCluster:getCluster", { name }, scope).status;

function fail(): never {
  throw new Error("the role is missing");
}
