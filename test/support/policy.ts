import { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun } from "@pulumi/policy/server";
import {
  AnalyzeRequest,
  type AnalyzeResponse,
  AnalyzerPropertyDependencies,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
  EnforcementLevel,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { policiesOf } from "../../policy-packs/core/policies";
import type { Rule } from "../../policy-packs/core/rule";

/** The engine's sentinel of an unknown string, which its other unknowns are handled like (@pulumi/policy 1.21, proxy.ts). */
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

/** What `rules` say of one resource with inputs `props`, through @pulumi/policy's own server functions. */
export async function judge(rules: readonly Rule[], type: string, props: object): Promise<Judgement> {
  const request = new AnalyzeRequest()
    .setType(type)
    .setName("subject")
    .setUrn(urnOf({ type, name: "subject" }))
    .setProperties(structOf(props))
    .setOptions(new AnalyzerResourceOptions());
  return answer((callback) => makeAnalyzeRpcFun("test", "0.0.0", "advisory", policiesOf(rules))({ request }, callback));
}

/** What `rules` say of a stack of resources with outputs `props`; names of dependencies are those of `subjects`. */
export async function judgeStack(rules: readonly Rule[], subjects: readonly Subject[]): Promise<Judgement> {
  const urns = new Map(subjects.map((subject) => [subject.name, urnOf(subject)]));
  const request = new AnalyzeStackRequest().setResourcesList(subjects.map((subject) => resourceOf(subject, urns)));
  return answer((callback) =>
    makeAnalyzeStackRpcFun("test", "0.0.0", "advisory", policiesOf(rules))({ request }, callback),
  );
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

async function answer(
  analyze: (callback: (error: Error | undefined, response: AnalyzeResponse | undefined) => void) => Promise<void>,
): Promise<Judgement> {
  const response = await new Promise<AnalyzeResponse>((resolve, reject) => {
    void analyze((error, result) => (result ? resolve(result) : reject(error)));
  });
  return {
    violations: response.getDiagnosticsList().map((diagnostic) => ({
      rule: diagnostic.getPolicyname(),
      level: diagnostic.getEnforcementlevel() === EnforcementLevel.MANDATORY ? "mandatory" : "advisory",
      urn: diagnostic.getUrn(),
      message: diagnostic.getMessage(),
    })),
    notApplicable: response
      .getNotApplicableList()
      .map((entry) => ({ rule: entry.getPolicyName(), reason: entry.getReason() })),
  };
}
