import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as aws from "@pulumi/aws";
import * as eks from "@pulumi/eks";
import { LocalWorkspace, PulumiCommand, type Stack } from "@pulumi/pulumi/automation";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSandbox } from "../../cli/engine/sandbox-workplace";
import type { Workplace } from "../../cli/engine/workplace";
import { Cluster } from "../../components/cluster/cluster";
import { ClusterAccessPolicy, type ClusterArgs, ClusterCompute } from "../../components/cluster/types";
import { EncryptionKey } from "../../components/encryption-key/encryption-key";
import { EncryptionKeyService } from "../../components/encryption-key/types";

const accountId = "111122223333";
const deployer = {
  principalArn: `arn:aws:iam::${accountId}:role/foundation-deploy`,
  accessPolicy: ClusterAccessPolicy.ClusterAdmin,
};

/** A network, a key and a cluster, as small as they can be. */
function program(args: Partial<ClusterArgs>) {
  const region = "eu-west-1";
  const provider = new aws.Provider("aws", { region, allowedAccountIds: [accountId] });
  const eksProvider = new eks.Provider("eks", {});
  const vpc = new aws.ec2.Vpc("dev", { cidrBlock: "10.0.0.0/16" }, { provider });
  const subnetIds = ["a", "b"].map(
    (zone, index) =>
      new aws.ec2.Subnet(
        `dev-${zone}`,
        { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `${region}${zone}` },
        { provider },
      ).id,
  );
  const services = [EncryptionKeyService.CloudWatchLogs];
  const key = new EncryptionKey(
    "dev",
    { accountId, region, description: "Secrets and logs of dev", services },
    { provider },
  );
  const cluster = new Cluster(
    "dev",
    {
      vpcId: vpc.id,
      subnetIds,
      encryptionKeyArn: key.keyArn,
      accessEntries: { deployer },
      deletionProtection: false,
      ...args,
    },
    { providers: { aws: provider, eks: eksProvider } },
  );
  return { clusterName: cluster.clusterName, endpoint: cluster.endpoint, nodeRoleArn: cluster.nodeRoleArn };
}

interface StateResource {
  urn: string;
  type: string;
  inputs?: Record<string, unknown>;
  dependencies?: string[];
}

/** What a name in the state stands for: type and name, without the parents. */
const short = (urn: string) => `${urn.split("::")[2]?.split("$").at(-1)} ${urn.split("::").at(-1)}`;

describe("a cluster on the real engine", () => {
  const dir = mkdtempSync(path.join(tmpdir(), "foundation-cluster-"));
  const outer = process.env.FOUNDATION_SANDBOX;
  let workplace: Workplace;

  beforeAll(async () => {
    process.env.FOUNDATION_SANDBOX = dir;
    workplace = await openSandbox(() => {});
  });

  afterAll(async () => {
    await workplace?.close();
    if (outer === undefined) delete process.env.FOUNDATION_SANDBOX;
    else process.env.FOUNDATION_SANDBOX = outer;
    rmSync(dir, { recursive: true, force: true });
  });

  async function open(stackName: string, args: Partial<ClusterArgs>): Promise<Stack> {
    const pulumiCommand = await PulumiCommand.get({ root: workplace.engine.root, skipVersionCheck: true });
    return LocalWorkspace.createOrSelectStack(
      { stackName, projectName: "foundation", program: async () => program(args) },
      { workDir: workplace.workDir, envVars: workplace.env, pulumiCommand },
    );
  }

  async function stateOf(stack: Stack): Promise<Map<string, StateResource>> {
    const { deployment } = await stack.exportStack();
    return new Map(deployment.resources.map((resource: StateResource) => [short(resource.urn), resource]));
  }

  /** Destroys the stack and says in which order its resources went. */
  async function destroyed(stack: Stack): Promise<string[]> {
    const order: string[] = [];
    await stack.destroy({
      onEvent: ({ resOutputsEvent }) => {
        if (resOutputsEvent?.metadata.op === "delete") order.push(short(resOutputsEvent.metadata.urn));
      },
    });
    return order;
  }

  it("runs Auto Mode without a creator who is administrator, and stays as it is", async () => {
    const stack = await open("dev-auto", {});
    const { changeSummary } = await stack.preview();
    const { outputs } = await stack.up();
    expect(outputs.clusterName?.value).toBe("dev");
    expect(outputs.endpoint?.value).toMatch(/^https:\/\//);

    const state = await stateOf(stack);
    expect(state.get("aws:eks/cluster:Cluster dev-eksCluster")?.inputs).toMatchObject({
      name: "dev",
      accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
      vpcConfig: { endpointPrivateAccess: true, endpointPublicAccess: false },
      upgradePolicy: { supportType: "STANDARD" },
    });
    expect([...state.keys()].filter((key) => /eks|iam/.test(key)).sort()).toMatchSnapshot();
    expect((await stack.preview()).changeSummary).toEqual({ same: changeSummary.create });
    await stack.destroy();
  });

  it("gives node groups a network from the first pod to the last, and the deployer access to all of it", async () => {
    const nodeGroups = { general: { instanceTypes: ["m7g.large"], minSize: 2, maxSize: 4 } };
    const stack = await open("dev-nodes", { compute: ClusterCompute.ManagedNodeGroups, nodeGroups });
    const { summary } = await stack.up();
    const state = await stateOf(stack);
    expect([...state.keys()].filter((key) => /eks|iam/.test(key)).sort()).toMatchSnapshot();
    expect((await stack.preview()).changeSummary).toEqual({ same: summary.resourceChanges?.create });

    const order = await destroyed(stack);
    const place = (key: string) => {
      expect(order).toContain(key);
      return order.indexOf(key);
    };
    const inOrder = [
      "aws:eks/addon:Addon dev-coredns",
      "aws:eks/nodeGroup:NodeGroup dev-general",
      "aws:eks/addon:Addon dev-vpc-cni",
      "aws:eks/accessPolicyAssociation:AccessPolicyAssociation dev-deployer",
      "aws:eks/accessEntry:AccessEntry dev-deployer",
      "aws:eks/cluster:Cluster dev-eksCluster",
      "aws:cloudwatch/logGroup:LogGroup dev",
    ].map(place);
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
  });
});
