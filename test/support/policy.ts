import type { handleUnaryCall, ServerUnaryCall } from "@grpc/grpc-js";
import {
  AnalyzeRequest,
  AnalyzeResponse,
  AnalyzerPropertyDependencies,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
  EnforcementLevel,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { analyzer, type PackStandards } from "../../policy-packs/analyzer/analyzer";
import type { Rule } from "../../policy-packs/core/rule";

/** The engine's sentinel of an unknown string, which its other unknowns are handled like (policy-packs/core/unknown.ts). */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What the engine would be told: violations, and the policies that say that they do not apply, or not yet. */
export interface Judgement {
  violations: { rule: string; level: "advisory" | "mandatory"; urn: string; message: string }[];
  notApplicable: { rule: string; reason: string }[];
}

/** A resource of a stack under test; `dependsOn` names, by property, the resources that its value was made from. */
export interface Subject {
  type: string;
  name: string;
  props: object;
  dependsOn?: Record<string, readonly string[]>;
}

export const urnOf = ({ type, name }: Pick<Subject, "type" | "name">) =>
  `urn:pulumi:test::foundation::${type}::${name}`;

/** The server of a pack of `rules`. */
export const serverOf = (rules: readonly Rule[], standards: PackStandards = {}) =>
  analyzer({ name: "test", version: "0.0.0", rules }, standards);

/** What `rules` say of one resource with inputs `props`, through the functions that the engine calls. */
export async function judge(rules: readonly Rule[], type: string, props: object): Promise<Judgement> {
  return answerOf(await ask(serverOf(rules).analyze, analyzeRequest({ type, name: "subject", props })));
}

/** What `rules` say of a stack of resources with outputs `props`; names of dependencies are those of `subjects`. */
export async function judgeStack(rules: readonly Rule[], subjects: readonly Subject[]): Promise<Judgement> {
  return answerOf(await ask(serverOf(rules).analyzeStack, analyzeStackRequest(subjects)));
}

/** Calls a handler as the engine whose connection is called `peer`. */
export function ask<Request, Response>(
  handler: handleUnaryCall<Request, Response>,
  request: Request,
  peer = "127.0.0.1:50001",
): Promise<Response> {
  // What a handler reads of a call.
  const call = { request, getPeer: () => peer } as ServerUnaryCall<Request, Response>;
  return new Promise((resolve, reject) => {
    handler(call, (error, response) => {
      if (response) resolve(response);
      else reject(new Error(error?.details ?? "no answer"));
    });
  });
}

export const analyzeRequest = ({ type, name, props }: Subject): AnalyzeRequest =>
  new AnalyzeRequest()
    .setType(type)
    .setName(name)
    .setUrn(urnOf({ type, name }))
    .setProperties(structOf(props))
    .setOptions(new AnalyzerResourceOptions());

export function analyzeStackRequest(subjects: readonly Subject[]): AnalyzeStackRequest {
  const urns = new Map(subjects.map((subject) => [subject.name, urnOf(subject)]));
  return new AnalyzeStackRequest().setResourcesList(subjects.map((subject) => resourceOf(subject, urns)));
}

function resourceOf(subject: Subject, urns: ReadonlyMap<string, string>): AnalyzerResource {
  const resource = new AnalyzerResource()
    .setType(subject.type)
    .setName(subject.name)
    .setUrn(urnOf(subject))
    .setProperties(structOf(subject.props))
    .setOptions(new AnalyzerResourceOptions());
  for (const [property, names] of Object.entries(subject.dependsOn ?? {})) {
    const dependencies = new AnalyzerPropertyDependencies().setUrnsList(names.map((name) => urns.get(name) ?? name));
    resource.getPropertydependenciesMap().set(property, dependencies);
  }
  return resource;
}

/** By way of JSON, as the engine sends it: what is undefined is absent. */
const structOf = (props: object) => Struct.fromJavaScript(JSON.parse(JSON.stringify(props)));

/** What the engine reads in our server's answer. */
export const answerOf = (bytes: Buffer): Judgement => judgementOf(AnalyzeResponse.deserializeBinary(bytes));

export const judgementOf = (response: AnalyzeResponse): Judgement => ({
  violations: response.getDiagnosticsList().map((diagnostic) => ({
    rule: diagnostic.getPolicyname(),
    level: diagnostic.getEnforcementlevel() === EnforcementLevel.MANDATORY ? "mandatory" : "advisory",
    urn: diagnostic.getUrn(),
    message: diagnostic.getMessage(),
  })),
  notApplicable: response
    .getNotApplicableList()
    .map((entry) => ({ rule: entry.getPolicyName(), reason: entry.getReason() })),
});
