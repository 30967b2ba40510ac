import type * as aws from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";

/**
 * What a resource of type `Token` looks like to a rule: its inputs, where anything may be missing.
 *
 * The type comes from the token itself (`aws:ec2/vpc:Vpc` is `aws.ec2.Vpc`), so nothing lists the types, a mistyped token
 * does not compile, and a pack never imports the provider's SDK at run time: class tokens differ between its majors.
 */
export type Props<Token extends string> = DeepPartial<Unwrap<Args<ResourceClass<Token>>>>;

/** `Token` where it names a resource class, else never. */
export type KnownToken<Token extends string> = ResourceClass<Token> extends never ? never : Token;

type ResourceClass<Token extends string> = Token extends `aws:${infer Module}/${string}:${infer Class}`
  ? Module extends keyof typeof aws
    ? Class extends keyof (typeof aws)[Module]
      ? (typeof aws)[Module][Class]
      : never
    : never
  : never;

type Args<Class> = Class extends new (name: string, args: infer A, ...rest: never) => unknown ? NonNullable<A> : never;

/** Required inputs may be missing too (`ignoreChanges`, other languages, a provider of another version): rules must ask. */
type DeepPartial<T> = T extends readonly (infer Item)[]
  ? DeepPartial<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]?: DeepPartial<T[Key]> }
    : T;
