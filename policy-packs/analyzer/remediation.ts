import { isDeepStrictEqual } from "node:util";
import { type AnalyzeRequest, RemediateResponse, Remediation } from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { bug } from "../core/evaluate";
import { currentTypeOf } from "../core/former-types";
import type { Judge, RuleInForce } from "../core/judge";
import { throwingOnUnknown, UnknownValueError } from "../core/unknown";
import { Properties, type WireObject } from "./properties";
import { providerOf, wireOf } from "./resources";
import { notApplicable, type Others, type Pack } from "./responses";

/**
 * Mends the inputs of the resource that the engine asks about by the rules whose level is `remediate`, one after the other.
 *
 * What cannot be mended stays as it is, for the rule to judge afterwards: neither an unknown value nor a mistake in a rule
 * leaves half a change behind.
 */
export function remediateResponse(pack: Pack, judge: Judge, request: AnalyzeRequest, others: Others): Buffer {
  const mending = judge
    .rulesFor({ type: request.getType(), urn: request.getUrn() })
    .filter(({ level, rule }) => level === "remediate" && rule.remediate);
  const reasons = new Map<string, string>();
  const remediations: Remediation[] = [];
  let wire = mending.length > 0 ? wireOf(request.getProperties()) : {};
  for (const one of mending) {
    const { mended, diagnostic, notEvaluated } = mend(one, request, wire);
    if (notEvaluated !== undefined) reasons.set(one.rule.name, notEvaluated);
    if (diagnostic !== undefined) remediations.push(remediationBy(pack, one).setDiagnostic(diagnostic));
    if (mended === undefined) continue;
    remediations.push(remediationBy(pack, one).setProperties(structOf(mended)));
    wire = mended;
  }
  const response = new RemediateResponse()
    .setRemediationsList(remediations)
    .setNotApplicableList([...reasons].map(([rule, reason]) => notApplicable(rule, reason)));
  return Buffer.concat([response.serializeBinary(), others(mending.map(({ rule }) => rule.name))]);
}

interface Mended {
  /** What the inputs are now, where they are not as they were. */
  readonly mended?: WireObject;
  readonly diagnostic?: string;
  readonly notEvaluated?: string;
}

function mend({ rule, parameters }: RuleInForce, request: AnalyzeRequest, before: WireObject): Mended {
  const properties = new Properties(before);
  const { urn, name, type } = {
    urn: request.getUrn(),
    name: request.getName(),
    type: currentTypeOf(request.getType()),
  };
  try {
    const provider = providerOf(request);
    const subject = { type, urn, name, props: throwingOnUnknown(properties.props) };
    rule.remediate?.(
      provider ? { ...subject, provider: { ...provider, props: throwingOnUnknown(provider.props) } } : subject,
      parameters,
    );
    const mended = properties.wire();
    return isDeepStrictEqual(mended, before) ? {} : { mended };
  } catch (error) {
    return error instanceof UnknownValueError ? { notEvaluated: error.message } : { diagnostic: bug(rule, error) };
  }
}

function remediationBy({ name, version }: Pack, { rule }: RuleInForce): Remediation {
  return new Remediation()
    .setPolicyname(rule.name)
    .setPolicypackname(name)
    .setPolicypackversion(version)
    .setDescription(rule.title);
}

const structOf = (wire: WireObject): Struct => Struct.fromJavaScript(wire);
