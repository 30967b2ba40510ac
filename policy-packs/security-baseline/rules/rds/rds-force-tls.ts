import { missingTls } from "../../../core/database-tls";
import { type Stack, type StackResource, stackRule, type Typed } from "../../../core/rule";
import { refersTo, someKnown } from "../../../core/unknown";

const group = "aws:rds/parameterGroup:ParameterGroup";
const clusterGroup = "aws:rds/clusterParameterGroup:ClusterParameterGroup";
const instance = "aws:rds/instance:Instance";
const cluster = "aws:rds/cluster:Cluster";

/** Databases are spoken to over TLS only. */
export const rdsForceTls = stackRule({
  name: "rds-force-tls",
  title: "RDS databases refuse connections without TLS.",
  severity: "medium",
  types: [group, clusterGroup, instance, cluster],
  controls: {
    "iso27001-2022": ["A.8.24"],
  },
  remediationSteps:
    "Add a parameter to the database's parameter group: rds.force_ssl 1 for PostgreSQL and SQL Server, require_secure_transport 1 for MySQL and MariaDB, db2comm SSL for Db2.",
  docs: {
    why: "A client that does not ask for TLS sends its password and its queries in clear to a database that lets it.",
    good: [
      {
        type: group,
        name: "tls",
        props: { family: "postgres14", parameters: [{ name: "rds.force_ssl", value: "1" }] },
      },
      {
        type: clusterGroup,
        name: "cluster-tls",
        props: { family: "aurora-mysql8.0", parameters: [{ name: "require_secure_transport", value: "ON" }] },
      },
      {
        type: instance,
        name: "orders",
        props: { engine: "postgres", engineVersion: "14.13", parameterGroupName: "tls" },
        dependsOn: { parameterGroupName: ["tls"] },
      },
      {
        type: cluster,
        name: "invoices",
        props: { engine: "aurora-mysql", engineVersion: "8.0.mysql_aurora.3.08.0", dbClusterParameterGroupName: "tls" },
        dependsOn: { dbClusterParameterGroupName: ["cluster-tls"] },
      },
    ],
  },
  check(resource, report, stack) {
    switch (resource.type) {
      case instance:
      case cluster: {
        const missing = missingOf(resource, stack);
        if (missing) report(`connections may be in clear: set ${missing} in the database's parameter group`);
        return;
      }
      default: {
        // The parameters of a group for single instances of Aurora are those of its cluster.
        if (resource.type === group && resource.props.family?.startsWith("aurora")) return;
        const missing = missingTls(resource.props);
        // A database of the stack that has it is told itself.
        if (missing && !isUsed(resource, stack)) report(`databases may be reached in clear: set ${missing}`);
      }
    }
  },
});

type Database = Typed<StackResource, typeof instance | typeof cluster>;
type Group = Typed<StackResource, typeof group | typeof clusterGroup>;

const propertyOf = ({ type }: Database) => (type === instance ? "parameterGroupName" : "dbClusterParameterGroupName");

const isUsed = (one: Group, stack: Stack): boolean =>
  someKnown<Database>([...stack.ofType(instance), ...stack.ofType(cluster)], (database) =>
    refersTo(database, propertyOf(database), one),
  );

/** What is missing in the group that the database has; of a group of another stack nothing is known here. */
function missingOf(database: Database, stack: Stack): string | undefined {
  const property = propertyOf(database);
  const groups: readonly Group[] = [...stack.ofType(group), ...stack.ofType(clusterGroup)];
  const own = groups.find((one) => refersTo(database, property, one));
  if (own) return missingTls(own.props);
  const name: unknown = Reflect.get(database.props, property);
  if (typeof name === "string" && !name.startsWith("default.")) return undefined;
  // AWS's group, which has what its family has.
  const { engine, engineVersion = "" } = database.props;
  return missingTls({ family: `${engine ?? ""}${engineVersion}` });
}
