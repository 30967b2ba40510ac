import { expect, it } from "vitest";
import { rdsForceTls } from "../../../../policy-packs/security-baseline/rules/rds/rds-force-tls";
import { judgeStack, unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const database = (props: object, dependsOn?: Record<string, string[]>) => ({
  type: "aws:rds/instance:Instance",
  name: "second",
  props,
  ...(dependsOn && { dependsOn }),
});
const group = (props: object) => ({ type: "aws:rds/parameterGroup:ParameterGroup", name: "second-group", props });

testRule(rdsForceTls, {
  bad: {
    "a group that lets connections in clear": { of: "tls", set: { "parameters.0.value": "0" } },
    "a group without the parameter": { of: "tls", unset: ["parameters"] },
    "a group with other parameters only": { of: "tls", set: { "parameters.0.name": "work_mem" } },
    "a cluster's group that lets connections in clear": { of: "cluster-tls", set: { "parameters.0.value": "OFF" } },
    "a group that nothing of the stack has": { add: [group({ family: "mariadb10.11" })] },
    "a group of SQL Server": { add: [group({ family: "sqlserver-se-16.0" })] },
    "a group of Db2": { add: [group({ family: "db2-se-11.5", parameters: [{ name: "db2comm", value: "TCPIP" }] })] },
    "a database whose version lets connections in clear": {
      add: [database({ engine: "postgres", engineVersion: "13" })],
    },
    "a database of MySQL without a group": { add: [database({ engine: "mysql", engineVersion: "8.4" })] },
    "a database with AWS's group, as its state says": {
      add: [database({ engine: "mariadb", engineVersion: "11.4.8", parameterGroupName: "default.mariadb11.4" })],
    },
    "a database that is not known where it is": {
      of: "tls",
      set: { "parameters.0.value": "0" },
      add: [database({ parameterGroupName: unknown }, { parameterGroupName: ["tls"] })],
    },
    "a cluster without a group": {
      add: [
        {
          type: "aws:rds/cluster:Cluster",
          name: "second",
          props: { engine: "aurora-postgresql", engineVersion: "15.4" },
        },
      ],
    },
  },
  good: {
    "a group in words": { of: "tls", set: { "parameters.0.value": "on" } },
    "a group behind other parameters": {
      of: "tls",
      set: {
        parameters: [
          { name: "work_mem", value: "1" },
          { name: "rds.force_ssl", value: "1" },
        ],
      },
    },
    "a newer version": { add: [database({ engine: "postgres", engineVersion: "16.4" })] },
    "a group of a newer version": { add: [group({ family: "postgres16" })] },
    "a group for single instances of Aurora": { add: [group({ family: "aurora-mysql8.0" })] },
    "a group of another stack": { add: [database({ parameterGroupName: "shared" })] },
    "a replica, which has what its source has": { add: [database({ replicateSourceDb: "orders" })] },
    "AWS's group of a newer version": {
      add: [database({ engine: "mysql", engineVersion: "9.7", parameterGroupName: "default.mysql9.7" })],
    },
    "an engine that has no such parameter": { add: [database({ engine: "oracle-ee" })] },
  },
});

it("does not judge a database whose group is not known yet", () => {
  const orders = {
    type: "aws:rds/instance:Instance",
    name: "orders",
    props: { engine: "postgres", engineVersion: "13", parameterGroupName: unknown },
  };
  return expect(judgeStack([rdsForceTls], [orders])).resolves.toMatchObject({ violations: [] });
});
