/**
 * A process like the sandbox, with the sandbox's eks stand-in, and an AWS and a Kubernetes behind it that answer what
 * the recordings of the real plugin were made over: inputs come back, ids and ARNs are made of logical names.
 */

import { isDeepStrictEqual } from "node:util";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { eksService } from "../../sandbox/eks/server";
import { serve } from "../../sandbox/protocol/serve";
import { type ProviderHandlers, propertiesOf, structOf, unary } from "../../sandbox/protocol/wire";
import type { Properties } from "../../sandbox/values";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const invokes: Record<string, Properties> = {
  "aws:index/getPartition:getPartition": { partition: "aws" },
  "aws:index/getRegion:getRegion": { region: "us-west-2" },
  "aws:eks/getAddonVersion:getAddonVersion": {},
  "aws:ssm/getParameter:getParameter": { value: "ami-1234567890abcdef0" },
  "aws:ec2/getAmi:getAmi": { rootDeviceName: "/dev/xvda", blockDeviceMappings: [{ deviceName: "/dev/xvda" }] },
  "aws:ec2/getInstanceType:getInstanceType": { efaSupported: true, maximumNetworkCards: 2 },
  "aws:ec2/getInstanceTypeOfferings:getInstanceTypeOfferings": { locations: ["us-west-2a", "us-west-2b"] },
  "aws:ec2/getRouteTable:getRouteTable": { routes: [{ gatewayId: "igw-1", cidrBlock: "0.0.0.0/0" }] },
  "aws:ec2/getSubnets:getSubnets": { ids: ["subnet-1", "subnet-2"] },
  "aws:ec2/getVpc:getVpc": { id: "vpc-default" },
};

/** What the component reads of a cluster and no program gives. */
const ofCluster = {
  certificateAuthority: { data: "Y2E=" },
  endpoint: "https://cluster.example.com",
  identities: [{ oidcs: [{ issuer: "https://oidc.eks.us-west-2.amazonaws.com/id/0123" }] }],
  kubernetesNetworkConfig: { ipFamily: "ipv4", serviceIpv4Cidr: "10.100.0.0/16" },
};

/** `aws:eks/cluster:Cluster` is the Cluster of eks. */
function kindOf(urn: string): { service: string; kind: string; name: string } {
  const [, , types = "", name = ""] = urn.split("::");
  const [, module = "", kind = ""] = (types.split("$").at(-1) ?? "").split(":");
  return { service: module.split("/")[0] ?? "", kind, name };
}

function idOf(urn: string): string {
  const { service, kind, name } = kindOf(urn);
  return service === "ec2" ? `${kind}-${name}` : name;
}

function computed(urn: string) {
  const { service, kind, name } = kindOf(urn);
  const arn = `arn:aws:${service}:us-west-2:123456789012:${kind}/${name}`;
  return {
    name,
    arn,
    ...(kind === "Cluster" ? ofCluster : {}),
    ...(kind === "LaunchTemplate" ? { latestVersion: 1 } : {}),
  };
}

function echo(): ProviderHandlers {
  return {
    handshake: unary(() => new messages.ProviderHandshakeResponse().setAcceptSecrets(true)),
    attach: unary(() => new Empty()),
    getPluginInfo: unary(() => new PluginInfo().setVersion("7.48.0")),
    checkConfig: unary((request) => new messages.CheckResponse().setInputs(request.getNews())),
    diffConfig: unary(() => new messages.DiffResponse()),
    configure: unary(() => new messages.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true)),
    check: unary((request) => new messages.CheckResponse().setInputs(request.getNews())),
    diff: unary((request) => {
      const same = isDeepStrictEqual(propertiesOf(request.getOldInputs()), propertiesOf(request.getNews()));
      const { DIFF_NONE, DIFF_SOME } = messages.DiffResponse.DiffChanges;
      return new messages.DiffResponse().setChanges(same ? DIFF_NONE : DIFF_SOME);
    }),
    create: unary((request) => {
      const [urn, inputs] = [request.getUrn(), propertiesOf(request.getProperties())];
      if (JSON.stringify(inputs).includes('"refused":"by the cloud"')) throw new Error("the cloud refused it");
      const response = new messages.CreateResponse();
      if (request.getPreview()) return response.setProperties(structOf({ name: unknown, arn: unknown, ...inputs }));
      return response.setId(idOf(urn)).setProperties(structOf({ ...computed(urn), ...inputs }));
    }),
    update: unary((request) => {
      const properties = { ...computed(request.getUrn()), ...propertiesOf(request.getNews()) };
      return new messages.UpdateResponse().setProperties(structOf(properties));
    }),
    delete: unary(() => new Empty()),
    invoke: unary((request) => {
      const answer = invokes[request.getTok()];
      if (answer === undefined) throw new Error(`no answer to ${request.getTok()}`);
      return new messages.InvokeResponse().setReturn(structOf(answer));
    }),
    cancel: unary(() => new Empty()),
  };
}

async function main(): Promise<void> {
  const packages = { aws: echo(), eks: eksService(), kubernetes: echo() };
  const attach = await Promise.all(
    Object.entries(packages).map(async ([name, handlers]) => `${name}:${(await serve(handlers, () => {})).port}`),
  );
  process.stdout.write(`${attach.join()}\n`);
  process.stdin.resume().on("close", () => process.exit(0));
}

void main();
