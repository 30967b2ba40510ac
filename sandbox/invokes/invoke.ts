import { CloudError } from "../cloud/errors";
import { activeStatus, type CloudResource } from "../cloud/resource";
import type { Scope } from "../cloud/scope";
import { type Properties, text } from "../values";

/** Answers one function of the aws package from what an account has in a region. */
export type Invoke = (args: Properties, scope: Scope) => Properties;

/** Where a function looks: every one takes a region of its own since version 7 of the provider. */
export function placeOf(args: Properties, scope: Scope): Scope {
  const region = text(args, "region");
  return region === undefined ? scope : scope.in(region);
}

/** What is there of a type, by its id. */
export function active(scope: Scope, type: string, id: string): CloudResource | undefined {
  const found = scope.find(type, id);
  return found?.status === activeStatus ? found : undefined;
}

/** @throws CloudError with AWS's code where nothing was found. */
export function found<T>(value: T | undefined, code: string, message: string): T {
  if (value === undefined) throw new CloudError(code, message);
  return value;
}

/** An argument that the function cannot do without. */
export function required(args: Properties, key: string): string {
  return found(text(args, key), "MissingParameter", `The request must contain the parameter ${key}`);
}
