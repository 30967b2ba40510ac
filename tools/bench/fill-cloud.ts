import { promisify } from "node:util";
import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { startSandbox } from "../../sandbox/client";
import { propertiesOf, structOf } from "../../sandbox/protocol/wire";
import type { Properties } from "../../sandbox/values";

const groupsPerVpc = 100;
const rulesPerGroup = 50;

/**
 * Asks a sandbox as an engine would for as many resources as the first argument says, in the cloud of the folder that
 * the second names: VPCs with security groups that are full of rules.
 */
async function main(): Promise<void> {
  const [count, stateDir = ""] = process.argv.slice(2);
  const sandbox = await startSandbox({ stateDir });
  const port = /aws:(\d+)/.exec(sandbox.attach)?.[1];
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  const calls = new Calls(client);
  await calls.configure({ region: "eu-west-1", allowedAccountIds: JSON.stringify(["111122223333"]) });
  let made = 0;
  const make = (type: string, inputs: Properties) => calls.make(type, `it-${made++}`, inputs);
  while (made < Number(count)) {
    const vpcId = await make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
    for (let group = 0; group < groupsPerVpc && made < Number(count); group++) {
      const securityGroupId = await make("aws:ec2/securityGroup:SecurityGroup", { vpcId });
      for (let port = 0; port < rulesPerGroup && made < Number(count); port++) {
        const rule = { securityGroupId, ipProtocol: "tcp", cidrIpv4: "10.0.0.0/16", fromPort: port, toPort: port };
        await make("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", rule);
      }
    }
  }
  client.close();
  await sandbox.stop();
}

/** The part of the provider protocol that makes a resource. */
class Calls {
  private readonly send;

  constructor(client: ResourceProviderClient) {
    this.send = {
      configure: promisify<messages.ConfigureRequest, messages.ConfigureResponse>(client.configure.bind(client)),
      check: promisify<messages.CheckRequest, messages.CheckResponse>(client.check.bind(client)),
      create: promisify<messages.CreateRequest, messages.CreateResponse>(client.create.bind(client)),
    };
  }

  async configure(args: Properties): Promise<void> {
    await this.send.configure(new messages.ConfigureRequest().setArgs(structOf(args)));
  }

  /** Makes a resource and answers with its id. */
  async make(type: string, name: string, inputs: Properties): Promise<string> {
    const urn = `urn:pulumi:bench::large::${type}::${name}`;
    const check = new messages.CheckRequest().setUrn(urn).setNews(structOf(inputs)).setRandomseed(Buffer.from(name));
    const checked = propertiesOf((await this.send.check(check)).getInputs());
    const create = new messages.CreateRequest().setUrn(urn).setProperties(structOf(checked));
    return (await this.send.create(create)).getId();
  }
}

void main();
