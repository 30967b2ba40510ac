import type * as aws from "@pulumi/aws";
import type * as kubernetes from "@pulumi/kubernetes";
import type { Unwrap } from "@pulumi/pulumi";

/**
 * What a resource of type `Token` looks like to a rule: its inputs, where anything may be missing.
 *
 * The type comes from the token itself (`aws:ec2/vpc:Vpc` is `aws.ec2.Vpc`, `kubernetes:apps/v1:Deployment` is
 * `kubernetes.apps.v1.Deployment`), so nothing lists the types, a mistyped token does not compile, and a pack never
 * imports a provider's SDK at run time: class tokens differ between its majors.
 */
export type Props<Token extends string> = DeepPartial<Unwrap<Args<ResourceClass<Token>>>>;

/** `Token` where it names a resource class, else never. */
export type KnownToken<Token extends string> = ResourceClass<Token> extends never ? never : Token;

type ResourceClass<Token extends string> = Token extends `aws:${infer Module}/${string}:${infer Class}`
  ? At<At<typeof aws, Module>, Class>
  : Token extends `kubernetes:${infer Group}/${infer Version}:${infer Kind}`
    ? At<At<At<typeof kubernetes, GroupName<Group>>, Version>, Kind>
    : never;

type At<Holder, Key extends string> = Key extends keyof Holder ? Holder[Key] : never;

/** The SDK calls a group by its first label: `rbac.authorization.k8s.io` is `rbac`. */
type GroupName<Group extends string> = Group extends `${infer First}.${string}` ? First : Group;

type Args<Class> = Class extends new (name: string, args: infer A, ...rest: never) => unknown ? NonNullable<A> : never;

/** Required inputs may be missing too (`ignoreChanges`, other languages, a provider of another version): rules must ask. */
export type DeepPartial<T> = T extends readonly (infer Item)[]
  ? DeepPartial<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]?: DeepPartial<T[Key]> }
    : T;

/** What a remediation changes in place. */
export type Writable<T> = T extends object ? { -readonly [Key in keyof T]: Writable<T[Key]> } : T;
