import type { handleUnaryCall } from "@grpc/grpc-js";
import { AnalyzerService, type IAnalyzerServer } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  type AnalyzeRequest,
  AnalyzeResponse,
  AnalyzerHandshakeResponse,
  AnalyzerStackConfigureResponse,
  type AnalyzeStackRequest,
  RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type Judge, judgeBy, type Standards } from "../core/judge";
import type { Outcome } from "../core/outcome";
import type { Rule } from "../core/rule";
import { ownSettings } from "../core/settings";
import { stackNameOf } from "../core/stacks";
import { configured, readConfiguration } from "./configuration";
import { analyzerInfos } from "./info";
import { remediateResponse } from "./remediation";
import { dependenciesOf, resourceOf, resourcesOf } from "./resources";
import { analyzeResponse, othersOf, type Pack } from "./responses";
import { unary } from "./unary";

/** What a pack judges by, but for its rules. */
export type PackStandards = Omit<Standards, "rules"> & {
  /** Is told what came of each rule. Default: nobody is. */
  readonly record?: (outcomes: readonly Outcome[]) => void;
  /** Is told what each resource of a stack was made from: the engine's events do not say. Default: nobody is. */
  readonly recordDependencies?: (dependencies: readonly Dependencies[]) => void;
};

/** URN of a resource, and those of what it was made from. */
export type Dependencies = readonly [urn: string, sources: readonly string[]];

/** What is asked for every resource or stack is answered in bytes: see `othersOf` and `analyzerInfos`. */
export interface Analyzer
  extends Pick<IAnalyzerServer, "handshake" | "configureStack" | "getPluginInfo" | "configure" | "cancel"> {
  readonly getAnalyzerInfo: handleUnaryCall<Empty, Buffer>;
  readonly analyze: handleUnaryCall<AnalyzeRequest, Buffer>;
  readonly analyzeStack: handleUnaryCall<AnalyzeStackRequest, Buffer>;
  readonly remediate: handleUnaryCall<AnalyzeRequest, Buffer>;
}

const responseSerialize = (bytes: Buffer): Buffer => bytes;

/** The service that an {@link Analyzer} implements. */
export const analyzerService = {
  ...AnalyzerService,
  getAnalyzerInfo: { ...AnalyzerService.getAnalyzerInfo, responseSerialize },
  analyze: { ...AnalyzerService.analyze, responseSerialize },
  analyzeStack: { ...AnalyzerService.analyzeStack, responseSerialize },
  remediate: { ...AnalyzerService.remediate, responseSerialize },
};

/**
 * The engine's Analyzer protocol for a pack
 * (https://github.com/pulumi/pulumi/blob/v3.250.0/proto/pulumi/analyzer.proto).
 *
 * One pack may serve several engines at once. An engine says for which stack it is (ConfigureStack) before it says what the
 * user gave it for the pack (Configure), over the same connection; resources say by their URNs which stack they are in. So
 * what one engine gives is for the resources of its own stack; a second engine of the same stack would take its place.
 */
export function analyzer(
  pack: Pack,
  { settings = ownSettings, exceptions, record, recordDependencies }: PackStandards,
): Analyzer {
  const own = judgeBy({ rules: pack.rules, settings, exceptions });
  const others = {
    analyze: othersOf(pack, "resource", AnalyzeResponse),
    analyzeStack: othersOf(pack, "stack", AnalyzeResponse),
    remediate: othersOf(pack, "resource", RemediateResponse),
  };
  const infoFor = analyzerInfos(pack, settings);
  const stacks = new Map<string, string>();
  const judges = new Map<string, Judge>();
  const judgeFor = (urn: string) => judges.get(stackKey(urn)) ?? judges.get(anyStack) ?? own;

  function recorded(outcomes: Outcome[]): Outcome[] {
    record?.(outcomes);
    return outcomes;
  }
  return {
    handshake: unary(() => new AnalyzerHandshakeResponse()),
    configureStack: unary((request, peer) => {
      stacks.set(peer, `urn:pulumi:${request.getStack()}::${request.getProject()}::`);
      return new AnalyzerStackConfigureResponse();
    }),
    getPluginInfo: unary(() => new PluginInfo().setVersion(pack.version)),
    getAnalyzerInfo: unary((_request, peer) => infoFor(stackNameOf(stacks.get(peer) ?? ""))),
    configure: unary((request, peer) => {
      // Older engines do not say their stack.
      const stack = stacks.get(peer) ?? anyStack;
      const told = (rule: Rule) => settings(rule, stackNameOf(stack));
      const over = configured(settings, readConfiguration(pack.rules, request.getPolicyconfigMap().entries(), told));
      judges.set(stackKey(stack), judgeBy({ rules: pack.rules, settings: over, exceptions }));
      return new Empty();
    }),
    remediate: unary((request) => remediateResponse(pack, judgeFor(request.getUrn()), request, others.remediate)),
    analyze: unary((request) => {
      const outcomes = judgeFor(request.getUrn()).resource(resourceOf(request));
      return analyzeResponse(pack, "resource", recorded(outcomes), others.analyze);
    }),
    analyzeStack: unary((request) => {
      recordDependencies?.(request.getResourcesList().map(dependenciesOf));
      const resources = resourcesOf(request.getResourcesList());
      const outcomes = judgeFor(resources[0]?.urn ?? "").stack(resources);
      return analyzeResponse(pack, "stack", recorded(outcomes), others.analyzeStack);
    }),
    // Nothing goes on while an answer is awaited, and other engines may still be served.
    cancel: unary(() => new Empty()),
  };
}

const anyStack = "";

/** Stack and project of a URN. */
const stackKey = (urn: string): string => /^urn:pulumi:[^:]*::[^:]*::/.exec(urn)?.[0] ?? anyStack;
