import {
  AnalyzerInfo,
  AnalyzerStackConfigureRequest,
  ConfigureAnalyzerRequest,
  type EnforcementLevel,
  PolicyConfig,
  RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { z } from "zod";
import type { PackStandards } from "../../policy-packs/analyzer/analyzer";
import { resourceRule, stackRule } from "../../policy-packs/core/rule";
import { analyzeRequest, answerOf, ask, serverOf, urnOf } from "./policy";

export const vpc = "aws:ec2/vpc:Vpc";
export const subnet = "aws:ec2/subnet:Subnet";
const about = { title: "Is good.", controls: {}, remediationSteps: "Mend it." } as const;

const small = resourceRule({
  ...about,
  name: "not-small",
  severity: "high",
  types: [vpc, subnet],
  parameters: z.object({ smallest: z.int().default(24), names: z.array(z.string()).default([]) }),
  docs: { why: "It is full.", good: { [vpc]: {}, [subnet]: {} } },
  check({ props }, report, { smallest }) {
    if (Number(props.cidrBlock?.split("/")[1]) > smallest) report(`smaller than /${smallest}`);
  },
});
const dns = resourceRule({
  ...about,
  name: "dns",
  severity: "low",
  types: [vpc],
  docs: { why: "Nothing is found.", good: { [vpc]: {} } },
  check({ props }, report) {
    if (props.enableDnsSupport !== true) report("set enableDnsSupport");
  },
  remediate({ props }) {
    if (props.cidrBlock === "broken") throw new TypeError("hunter2");
    if (props.enableDnsSupport !== true) props.enableDnsSupport = true;
  },
});
const used = stackRule({
  ...about,
  name: "used",
  severity: "medium",
  types: [vpc],
  docs: { why: "It costs.", good: [] },
  check(_resource, report, stack) {
    if (stack.ofType(subnet).length === 0) report("no subnet");
  },
});
export const rules = [small, dns, used];

/** An engine that runs a stack, over a connection of its own to `server`. */
export function engine(server: ReturnType<typeof serverOf>, stack: string, peer: string, project = "foundation") {
  const urn = (type: string, name = "one") =>
    urnOf({ type, name }).replace(":test::foundation:", `:${stack}::${project}:`);
  return {
    start: () =>
      ask(server.configureStack, new AnalyzerStackConfigureRequest().setStack(stack).setProject(project), peer),
    info: async () => AnalyzerInfo.deserializeBinary(await ask(server.getAnalyzerInfo, new Empty(), peer)),
    configure(config: Record<string, [EnforcementLevel, Record<string, string | number>?]>) {
      const request = new ConfigureAnalyzerRequest();
      for (const [name, [level, properties = {}]] of Object.entries(config)) {
        const one = new PolicyConfig().setEnforcementlevel(level).setProperties(Struct.fromJavaScript(properties));
        request.getPolicyconfigMap().set(name, one);
      }
      return ask(server.configure, request, peer);
    },
    analyze: async (type: string, props: object) =>
      answerOf(await ask(server.analyze, analyzeRequest({ type, name: "one", props }).setUrn(urn(type)), peer)),
    async remediate(type: string, props: object): Promise<RemediateResponse> {
      const request = analyzeRequest({ type, name: "one", props }).setUrn(urn(type));
      return RemediateResponse.deserializeBinary(await ask(server.remediate, request, peer));
    },
  };
}
export const started = async (standards: PackStandards = {}, stack = "dev") => {
  const one = engine(serverOf(rules, standards), stack, "127.0.0.1:1");
  await one.start();
  return one;
};
export const found = "smaller than /24";
export const tiny = { cidrBlock: "10.0.0.0/28", enableDnsSupport: true };
