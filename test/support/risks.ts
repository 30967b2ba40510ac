import type { Step } from "../../review/model/step";
import { assess } from "../../review/risk/assess";
import type { RiskContext } from "../../review/risk/judge";
import { riskContext } from "./steps";

/** What a step puts at risk, as `id: summary`. */
export const saidOf = (step: Step, context: Partial<RiskContext> = {}): string[] =>
  assess(step, riskContext(context)).map(({ id, summary }) => `${id}: ${summary}`);

/** The ids of what a step puts at risk. */
export const idsOf = (step: Step, context: Partial<RiskContext> = {}): string[] =>
  assess(step, riskContext(context)).map(({ id }) => id);

export type Statement = Readonly<Record<string, unknown>>;
/** A policy document that allows what its statements say, unless they say otherwise. */
export const documentOf = (...statements: readonly Statement[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements.map((one) => ({ Effect: "Allow", ...one })) });

/** A condition that lets in one network only. */
export const vpcOnly = { StringEquals: { "aws:SourceVpc": "vpc-1" } };
