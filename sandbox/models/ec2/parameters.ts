import type { Properties } from "../../values";
import type { Operation, Refusal } from "../model";

/** The page that explains the codes of Amazon EC2's errors. */
export const errorCodes = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html";

/** Page of an action of the API. */
export const action = (name: string) => `https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_${name}.html`;

/** Whether the provider sends a property: it takes an empty text as none. */
export const isGiven = (inputs: Properties, property: string) =>
  inputs[property] !== undefined && inputs[property] !== null && inputs[property] !== "";

/** Those of some properties that are given. */
export const givenOf = (inputs: Properties, properties: readonly string[]) =>
  properties.filter((property) => isGiven(inputs, property));

/** Refuses a value that nobody could give, at preview too. */
export function badParameter(
  code: string,
  source: string,
  reads: readonly string[],
  when: (inputs: Properties) => string | undefined,
  on?: readonly Operation[],
): Refusal {
  return { code, source, reads, atPreview: true, when: ({ inputs }) => when(inputs), ...(on && { on }) };
}

/** Refuses none or several of some properties. */
export function exactlyOneOf(properties: readonly string[], source: string): Refusal {
  return badParameter("InvalidParameterCombination", source, properties, (inputs) =>
    givenOf(inputs, properties).length === 1 ? undefined : `Exactly one of ${properties.join(", ")} must be specified`,
  );
}

/** Refuses properties of which no two go together; one list a rule. */
export function notTogether(rules: readonly (readonly string[])[], source: string): Refusal {
  return badParameter("InvalidParameterCombination", source, [...new Set(rules.flat())], (inputs) => {
    const [one, other] = rules.map((rule) => givenOf(inputs, rule)).find((given) => given.length > 1) ?? [];
    return one && other && `The parameter ${one} cannot be used with the parameter ${other}`;
  });
}

/**
 * Refuses a name that is given together with what a name begins with. At a create the provider has made the name of the
 * prefix, so only one that does not begin with it shows that both were given.
 */
export const nameOrPrefix = (source: string): Refusal =>
  badParameter("InvalidParameterCombination", source, ["name", "namePrefix"], (inputs) => {
    const isBoth = givenOf(inputs, ["name", "namePrefix"]).length === 2;
    const isMade = isBoth && String(inputs.name).startsWith(String(inputs.namePrefix));
    return isBoth && !isMade ? "The parameter name cannot be used with the parameter namePrefix" : undefined;
  });

/** Refuses a value that is none of those that a property takes. */
export function oneOf(values: Readonly<Record<string, readonly (number | string)[]>>, source: string): Refusal {
  return badParameter("InvalidParameterValue", source, Object.keys(values), (inputs) => {
    for (const [property, taken] of Object.entries(values)) {
      const value = inputs[property];
      if (!isGiven(inputs, property) || taken.some((one) => one === value)) continue;
      return `Value (${value}) for parameter ${property} is invalid. It must be one of ${taken.join(", ")}.`;
    }
    return undefined;
  });
}
