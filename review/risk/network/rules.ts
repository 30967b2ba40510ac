import { type Ingress, portsOf } from "../../../policy-packs/core/ingress";
import { isHidden, type Shown } from "../../model/values";

/** Where traffic comes from, or goes to. */
export type Source =
  | { readonly kind: "range"; readonly cidr: string }
  | { readonly kind: "group" | "list"; readonly id: string }
  | { readonly kind: "self" }
  /** Its kind is known, which one only when it is made. */
  | { readonly kind: "unknown"; readonly of: "range" | "group" | "list" };

/** What a security group or a network ACL lets through: one source of one rule. */
export interface Opening {
  readonly egress: boolean;
  /** As the provider writes it, in lower case; `-1` for all. */
  readonly protocol: string;
  /** Undefined where the protocol has none. */
  readonly ports: { readonly from: number; readonly to: number } | undefined;
  readonly source: Source;
}

const rangeFields = ["cidrBlocks", "ipv6CidrBlocks", "cidrIpv4", "cidrIpv6", "cidrBlock", "ipv6CidrBlock"] as const;
const groupFields = ["securityGroups", "sourceSecurityGroupId", "referencedSecurityGroupId"] as const;
const listFields = ["prefixListIds", "prefixListId"] as const;

type Fields = Readonly<Record<string, Shown>>;

/** The openings of a rule in any of the provider's spellings; undefined where its ports or its protocol are not known. */
export function openingsOf(rule: Shown | undefined, egress: boolean): readonly Opening[] | undefined {
  if (typeof rule !== "object" || rule === null || Array.isArray(rule) || isHidden(rule)) return undefined;
  const fields = rule as Fields;
  const shape = [fields.protocol, fields.ipProtocol, fields.fromPort, fields.toPort];
  if (shape.some(isHidden)) return undefined;
  const protocol = String(fields.protocol ?? fields.ipProtocol ?? "-1").toLowerCase();
  // A network ACL numbers protocols, and has port 0 to 0 for all of them.
  const ports = portsOf({ ...numbered(fields), protocol } as Ingress);
  return sourcesOf(fields).map((source) => ({ egress, protocol: protocol === "all" ? "-1" : protocol, ports, source }));
}

const numbered = ({ fromPort, toPort }: Fields): object => ({
  ...(typeof fromPort === "number" && { fromPort }),
  ...(typeof toPort === "number" && { toPort }),
});

function sourcesOf(fields: Fields): readonly Source[] {
  const sources = (names: readonly string[], of: "range" | "group" | "list") =>
    names.flatMap((name) =>
      listOf(fields[name]).map((value): Source => {
        if (typeof value !== "string") return { kind: "unknown", of };
        return of === "range" ? { kind: "range", cidr: value } : { kind: of, id: value };
      }),
    );
  return [
    ...sources(rangeFields, "range"),
    ...sources(groupFields, "group"),
    ...sources(listFields, "list"),
    ...(fields.self === true ? [{ kind: "self" } as const] : []),
  ];
}

const listOf = (value: Shown | undefined): readonly Shown[] => {
  if (value === undefined || value === null || value === "") return [];
  return Array.isArray(value) ? value : [value];
};
