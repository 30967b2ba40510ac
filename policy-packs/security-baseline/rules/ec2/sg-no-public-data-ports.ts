import { z } from "zod";
import { coversPort, forEachIngress, ingressFromInside, ingressTypes, isOpenToInternet } from "../../../core/ingress";
import { resourceRule } from "../../../core/rule";

/** Databases, caches, search engines and consoles are not for everyone. */
export const sgNoPublicDataPorts = resourceRule({
  name: "sg-no-public-data-ports",
  title: "No security group lets the Internet in on ports of databases, caches, search engines or administration.",
  severity: "high",
  types: ingressTypes,
  controls: {
    soc2: ["CC6.6"],
    "iso27001-2022": ["A.8.20", "A.8.21", "A.8.22"],
  },
  remediationSteps: "Name the security group of the program that connects, or the address ranges that may.",
  parameters: z.object({
    furtherPorts: z
      .array(z.int().min(0).max(65535))
      .default([])
      .describe("Further ports that are never open to the Internet"),
  }),
  docs: {
    why: "Such services often answer without a password, or with a default one, and whoever scans the Internet finds them within hours.",
    good: ingressFromInside(5432),
  },
  check: (resource, report, { furtherPorts }) =>
    forEachIngress(resource, (ingress) => {
      const covered = [...Object.keys(dataPorts).map(Number), ...furtherPorts].filter((port) =>
        coversPort(ingress, port),
      );
      if (covered.length > 0 && isOpenToInternet(ingress))
        report(`${summary(covered)} open to the Internet: ${advice}`);
    }),
});

const advice = "name a security group or narrower address ranges";

function summary([first = 0, ...others]: readonly number[]): string {
  const service = dataPorts[first];
  const port = service ? `port ${first} (${service})` : `port ${first}`;
  return others.length > 0 ? `${port} and ${others.length} more` : port;
}

/** Well-known ports, as KICS (sensitive_port_is_exposed_to_entire_network) and Prowler list them; SSH and RDP have a rule. */
const dataPorts: Readonly<Record<number, string>> = {
  20: "FTP",
  21: "FTP",
  23: "Telnet",
  25: "SMTP",
  53: "DNS",
  110: "POP3",
  111: "RPC",
  135: "RPC",
  137: "NetBIOS",
  138: "NetBIOS",
  139: "NetBIOS",
  161: "SNMP",
  389: "LDAP",
  445: "SMB",
  636: "LDAP",
  1433: "SQL Server",
  1434: "SQL Server",
  1521: "Oracle",
  1522: "Oracle",
  2049: "NFS",
  2375: "Docker",
  2376: "Docker",
  2379: "etcd",
  2380: "etcd",
  2382: "SQL Server Analysis Services",
  2383: "SQL Server Analysis Services",
  2483: "Oracle",
  2484: "Oracle",
  3000: "consoles",
  3020: "SMB",
  3306: "MySQL",
  4333: "mSQL",
  4505: "Salt",
  4506: "Salt",
  5432: "PostgreSQL",
  5439: "Redshift",
  5500: "VNC",
  5601: "Kibana",
  5900: "VNC",
  5985: "WinRM",
  5986: "WinRM",
  6379: "Redis",
  7000: "Cassandra",
  7001: "Cassandra",
  7199: "Cassandra",
  8000: "consoles",
  8020: "HDFS",
  8080: "consoles",
  8140: "Puppet",
  8182: "Neptune",
  8888: "Cassandra",
  9000: "Hadoop",
  9042: "Cassandra",
  9090: "consoles",
  9092: "Kafka",
  9160: "Cassandra",
  9200: "OpenSearch",
  9300: "OpenSearch",
  10250: "kubelet",
  11211: "Memcached",
  11214: "Memcached",
  11215: "Memcached",
  27017: "MongoDB",
  27018: "MongoDB",
  50070: "HDFS",
  50470: "HDFS",
  61620: "Cassandra",
  61621: "Cassandra",
};
