import { someKnown } from "./unknown";

interface ParameterGroup {
  readonly family?: string;
  readonly parameters?: readonly { readonly name?: string; readonly value?: string }[];
}

interface Requirement {
  /** The families whose databases it is for. */
  readonly families: RegExp;
  readonly parameter: string;
  readonly on: string;
  /** From which version it is on where nothing is said. */
  readonly since?: readonly [major: number, minor: number];
}

/**
 * What makes a database refuse connections in clear.
 *
 * Sources, read 2026-11-25: docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html,
 * mysql-ssl-connections.require-ssl.html and mariadb-ssl-connections.require-ssl.html there; for Aurora
 * docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Security.html. Oracle has an option instead.
 */
const requirements: readonly Requirement[] = [
  { families: /^aurora-postgresql/, parameter: "rds.force_ssl", on: "1", since: [17, 0] },
  { families: /^postgres/, parameter: "rds.force_ssl", on: "1", since: [15, 0] },
  { families: /sqlserver/, parameter: "rds.force_ssl", on: "1" },
  { families: /^aurora-mysql/, parameter: "require_secure_transport", on: "1" },
  { families: /^mysql/, parameter: "require_secure_transport", on: "1", since: [9, 7] },
  { families: /^mariadb/, parameter: "require_secure_transport", on: "1", since: [11, 8] },
  { families: /db2/, parameter: "db2comm", on: "SSL" },
];

/** What a database of this group has to be told so that it refuses connections in clear; undefined where it does, or cannot. */
export function missingTls({ family = "", parameters }: ParameterGroup): string | undefined {
  const required = requirements.find(({ families }) => families.test(family));
  if (required === undefined) return undefined;
  const { parameter, on } = required;
  const isOn = (value: string | undefined) =>
    value?.toUpperCase() === on || (on === "1" && /^(on|true)$/i.test(value ?? ""));
  if (someKnown(parameters, ({ name, value }) => name === parameter && isOn(value))) return undefined;
  const isSaid = someKnown(parameters, ({ name }) => name === parameter);
  return !isSaid && isDefault(required, family) ? undefined : `${parameter} to ${on}`;
}

function isDefault({ families, since }: Requirement, family: string): boolean {
  if (since === undefined) return false;
  const [, major, minor] = /^-?\D*(\d+)(?:\.(\d+))?/.exec(family.replace(families, "")) ?? [];
  // Which version RDS takes where none is said changes with time: it is taken for one that has the default.
  if (major === undefined) return true;
  return Number(major) > since[0] || (Number(major) === since[0] && Number(minor ?? 0) >= since[1]);
}
