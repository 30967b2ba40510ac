import * as pulumi from "@pulumi/pulumi";
import type { z } from "zod";
import { ArgsError, type ArgsIssue } from "./errors";
import { checkValue } from "./reasons";

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
   * children from the result and never from `args`. No message repeats a
   * value, which may be a secret.
   *
   * @throws ArgsError listing every issue found in the known values.
   */
  parse(name: string, args: T): Plain<P> & Lifted<I>;
}

interface ArgsShape<T, P, I> {
  /** What the component's name must be like, where it becomes part of a name that a service limits. */
  name?: z.ZodType<unknown, string>;
  /** Fields that decide what exists: their values must be known. */
  plain: P;
  /** Fields that only flow into children: their values may be known later. */
  inputs: I;
  /** Checks across plain fields; they run once each plain field is good by itself. */
  rules?: Rule<T, P>[];
}

/**
 * Pairs an args interface with the validators of its fields.
 *
 * The compiler rejects a field that is missing, or one listed under `plain`
 * that callers may pass as an Output.
 */
export const argsSchema =
  <T extends object>() =>
  <P extends Shape<T, PlainKey<T>>, I extends Shape<T, InputKey<T>>>(
    shape: ArgsShape<T, P, I>,
  ): ArgsSchema<T, P, I> => ({
    parse(name, args) {
      // Other languages and JavaScript may pass nothing at all.
      const given = { ...args } as Record<string, unknown>;
      const issues: ArgsIssue[] = shape.name ? checkValue("name", shape.name, name).issues : [];
      issues.push(...unknownKeys(given, [...Object.keys(shape.plain), ...Object.keys(shape.inputs)]));

      const plain = parsePlain(shape.plain, given);
      issues.push(...plain.issues);
      const inputs = parseInputs(name, shape.inputs, given);
      issues.push(...inputs.issues);
      if (plain.issues.length === 0) {
        const has = (key: string) => given[key] !== undefined;
        // The shape's own validators made these values.
        const values = plain.values as Plain<P>;
        issues.push(...(shape.rules ?? []).flatMap((rule) => rule(values, has) ?? []));
      }

      if (issues.length > 0) throw new ArgsError(name, issues);
      return { ...plain.values, ...inputs.values } as Plain<P> & Lifted<I>;
    },
  });

interface Parsed {
  values: Record<string, unknown>;
  issues: ArgsIssue[];
}

function unknownKeys(given: Record<string, unknown>, known: string[]): ArgsIssue[] {
  return Object.keys(given)
    .filter((key) => !known.includes(key))
    .map((key) => ({ path: key, reason: `is not an argument of this component, which takes ${known.join(", ")}` }));
}

function parsePlain(schemas: object, given: Record<string, unknown>): Parsed {
  const parsed: Parsed = { values: {}, issues: [] };
  for (const [key, schema] of Object.entries<z.ZodType>(schemas as Record<string, z.ZodType>)) {
    if (hasDeferred(given[key])) {
      parsed.issues.push({ path: key, reason: "must be known at preview, got an Output; pass a plain value" });
    } else {
      const { data, issues } = checkValue(key, schema, given[key]);
      parsed.values[key] = data;
      parsed.issues.push(...issues);
    }
  }
  return parsed;
}

function parseInputs(name: string, schemas: object, given: Record<string, unknown>): Parsed {
  const parsed: Parsed = { values: {}, issues: [] };
  for (const [key, schema] of Object.entries<z.ZodType>(schemas as Record<string, z.ZodType>)) {
    const value = given[key];
    if (hasDeferred(value)) {
      // Unwrapping `unknown` leaves a type with no methods.
      const later = pulumi.output(value) as pulumi.Output<unknown>;
      parsed.values[key] = later.apply((known) => checkLate(name, key, schema, known));
    } else {
      const { data, issues } = checkValue(key, schema, value);
      parsed.values[key] = pulumi.output(data);
      parsed.issues.push(...issues);
    }
  }
  return parsed;
}

function checkLate(name: string, key: string, schema: z.ZodType, value: unknown): unknown {
  const { data, issues } = checkValue(key, schema, value);
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
