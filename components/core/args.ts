import * as pulumi from "@pulumi/pulumi";
import type { z } from "zod";
import { ArgsError, type ArgsIssue } from "./errors";

/** Keys of T whose values callers may pass as an Output or a Promise. */
type InputKey<T> = { [K in keyof T]-?: [Extract<T[K], Promise<unknown>>] extends [never] ? never : K }[keyof T] &
  string;
type PlainKey<T> = Exclude<keyof T & string, InputKey<T>>;

/** One validator per key, each describing the unwrapped value. */
type Shape<T, K extends keyof T & string> = { [P in K]-?: z.ZodType<unknown, pulumi.Unwrap<T[P]>> };
type Plain<S> = { [K in keyof S]: S[K] extends z.ZodType ? z.output<S[K]> : never };
type Lifted<S> = { [K in keyof S]: S[K] extends z.ZodType ? pulumi.Output<z.output<S[K]>> : never };

/** A check across fields. `has` says whether a field was given, even if its value is not known yet. */
export type Rule<T, P> = (plain: Plain<P>, has: (key: keyof T & string) => boolean) => ArgsIssue | undefined;

export interface ArgsSchema<T, P, I> {
  /**
   * Checks `args` for the component named `name`.
   *
   * Known values are checked now, all together. An Output is checked once its
   * value is known, and the Output returned is gated on that check, so build
   * children from the result and never from `args`.
   *
   * @throws ArgsError listing every issue found in the known values.
   */
  parse(name: string, args: T): Plain<P> & Lifted<I>;
}

/**
 * Pairs an args interface with the validators of its fields.
 *
 * The compiler rejects a field that is missing, or one listed under `plain`
 * that callers may pass as an Output.
 */
export const argsSchema =
  <T extends object>() =>
  <P extends Shape<T, PlainKey<T>>, I extends Shape<T, InputKey<T>>>(shape: {
    plain: P;
    inputs: I;
    rules?: Rule<T, P>[];
  }): ArgsSchema<T, P, I> => ({
    parse(name, args) {
      const given = args as Record<string, unknown>;
      const result: Record<string, unknown> = {};
      const issues: ArgsIssue[] = Object.keys(given)
        .filter((key) => !(key in shape.plain) && !(key in shape.inputs))
        .map((key) => ({ path: key, reason: "is not an argument of this component" }));

      for (const [key, schema] of Object.entries<z.ZodType>(shape.plain)) {
        if (hasDeferred(given[key])) {
          issues.push({ path: key, reason: "must be known at preview, got an Output; pass a plain value" });
        } else {
          result[key] = collect(key, schema, given[key], issues);
        }
      }
      for (const [key, schema] of Object.entries<z.ZodType>(shape.inputs)) {
        result[key] = hasDeferred(given[key])
          ? (pulumi.output(given[key]) as pulumi.OutputInstance<unknown>).apply((value) =>
              check(name, key, schema, value),
            )
          : pulumi.output(collect(key, schema, given[key], issues));
      }
      if (issues.length === 0) {
        for (const rule of shape.rules ?? [])
          issues.push(...[rule(result as Plain<P>, (key) => given[key] !== undefined) ?? []].flat());
      }

      if (issues.length > 0) throw new ArgsError(name, issues);
      return result as Plain<P> & Lifted<I>;
    },
  });

function collect(key: string, schema: z.ZodType, value: unknown, issues: ArgsIssue[]): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  issues.push(
    ...parsed.error.issues.map((issue) => ({ path: [key, ...issue.path].join("."), reason: reasonOf(issue) })),
  );
  return undefined;
}

/** What to change. For a key of a record zod itself says only that it is invalid, and keeps the reason inside. */
function reasonOf(issue: z.core.$ZodIssue): string {
  return issue.code === "invalid_key" ? issue.issues.map(({ message }) => message).join(", ") : issue.message;
}

function check(name: string, key: string, schema: z.ZodType, value: unknown): unknown {
  const issues: ArgsIssue[] = [];
  const data = collect(key, schema, value, issues);
  if (issues.length > 0) throw new ArgsError(name, issues);
  return data;
}

/** Whether `value` is, or holds at any depth, an Output or a Promise. */
function hasDeferred(value: unknown): boolean {
  if (pulumi.Output.isInstance(value) || value instanceof Promise) return true;
  if (Array.isArray(value)) return value.some(hasDeferred);
  if (value === null || typeof value !== "object" || pulumi.Resource.isInstance(value)) return false;
  return Object.values(value).some(hasDeferred);
}
