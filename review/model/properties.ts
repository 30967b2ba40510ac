import { throwingOnUnknown, unknownString } from "../../policy-packs/core/unknown";
import type { Properties, State } from "./step";
import { isHidden, type Shown } from "./values";

/** What is known of a resource: what it is, or will be as its provider says, else what the program asks for. */
export const knownOf = ({ inputs, outputs }: State): Properties => merged(outputs, inputs);

function merged(outputs: Properties, inputs: Properties): Properties {
  const result: Record<string, Shown> = { ...inputs };
  for (const [key, value] of Object.entries(outputs)) result[key] = better(value, inputs[key]);
  return result;
}

/** `output` with what is asked for in place of what is hidden in it. */
function better(output: Shown, input: Shown | undefined): Shown {
  if (input === undefined || isHidden(input)) return output;
  if (isHidden(output)) return input;
  if (isList(output) || isList(input)) {
    const bothLists = isList(output) && isList(input) && output.length === input.length;
    return bothLists ? output.map((item, index) => better(item, input[index])) : output;
  }
  return isObject(output) && isObject(input) ? merged(output, input) : output;
}

const isList = (value: Shown): value is readonly Shown[] => Array.isArray(value);
const isObject = (value: Shown): value is Properties => typeof value === "object" && value !== null && !isList(value);

/** `properties` for what rules and prices are written against: reading what is hidden throws `UnknownValueError`. */
export const guarded = (properties: Properties): Readonly<Record<string, unknown>> =>
  throwingOnUnknown(withUnknowns(properties) as Record<string, unknown>);

function withUnknowns(value: Shown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.map(withUnknowns);
  if (isHidden(value)) return unknownString;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withUnknowns(item)]));
}
