import { text } from "../values";
import type { Refusal } from "./model";

interface Parameter extends Pick<Refusal, "code" | "source"> {
  /** The input, as Pulumi names it. */
  property: string;
  /** The parameter, as AWS names it. */
  parameter: string;
}

interface TextConstraint extends Parameter {
  /** Of the whole text. */
  pattern?: RegExp;
  maxLength?: number;
}

/** Refuses a text that is not of the form or length that the service's API reference states; known at preview. */
export function textConstraint({ property, parameter, pattern, maxLength, code, source }: TextConstraint): Refusal {
  return {
    code,
    source,
    reads: [property],
    atPreview: true,
    when: ({ inputs }) => {
      const value = text(inputs, property);
      if (value === undefined) return undefined;
      if (maxLength !== undefined && value.length > maxLength)
        return failed(parameter, value, `have length less than or equal to ${maxLength}`);
      if (pattern !== undefined && !pattern.test(value))
        return failed(parameter, value, `satisfy regular expression pattern: ${pattern.source}`);
      return undefined;
    },
  };
}

/** Refuses a number outside a range, both ends being allowed; known at preview. */
export function rangeConstraint(about: Parameter & { min: number; max: number }): Refusal {
  const { property, parameter, min, max, code, source } = about;
  return {
    code,
    source,
    reads: [property],
    atPreview: true,
    when: ({ inputs }) => {
      const value = inputs[property];
      if (typeof value !== "number" || (value >= min && value <= max)) return undefined;
      return failed(parameter, String(value), `have value between ${min} and ${max}`);
    },
  };
}

/** Refuses a text that is none of the values that there are; known at preview. */
export function enumConstraint(about: Parameter & { values: readonly string[] }): Refusal {
  const { property, parameter, values, code, source } = about;
  return {
    code,
    source,
    reads: [property],
    atPreview: true,
    when: ({ inputs }) => {
      const value = text(inputs, property);
      if (value === undefined || values.includes(value)) return undefined;
      return failed(parameter, value, `satisfy enum value set: [${values.join(", ")}]`);
    },
  };
}

function failed(parameter: string, value: string, must: string): string {
  return `1 validation error detected: Value '${value}' at '${parameter}' failed to satisfy constraint: Member must ${must}`;
}
