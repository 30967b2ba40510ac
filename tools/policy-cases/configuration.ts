import type { Rule } from "../../policy-packs/core/rule";
import type { PolicyCase } from "./case";

/** Says a source's parameters in the terms of our rule's own configuration. */
type Translate = (parameters: Readonly<Record<string, unknown>>) => object;

/** By rule. A rule that is not here is judged with its defaults. */
const translations: Readonly<Record<string, Translate>> = {};

/** The configuration with which a case's label was given. */
export function configurationFor(rule: Rule, { parameters }: PolicyCase): object {
  return (parameters && translations[rule.name]?.(parameters)) ?? {};
}
