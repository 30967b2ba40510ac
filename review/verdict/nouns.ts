import { plural } from "../../cli/report/words";

/** What reviewers call things whose type says something else, by the beginning of the type. */
const nouns: readonly (readonly [string, string])[] = [
  ["aws:rds/clusterSnapshot", "database snapshot"],
  ["aws:rds/snapshot", "database snapshot"],
  ["aws:rds/", "database"],
  ["aws:docdb/", "database"],
  ["aws:neptune/", "database"],
  ["aws:dsql/", "database"],
  ["aws:redshift/", "database"],
  ["aws:redshiftserverless/", "database"],
  ["aws:timestreaminfluxdb/", "database"],
  ["aws:memorydb/", "database"],
  ["aws:elasticache/", "cache"],
  ["aws:dax/", "cache"],
  ["aws:s3/bucketV2:", "bucket"],
  ["aws:opensearch/", "search domain"],
  ["aws:elasticsearch/", "search domain"],
  ["aws:ecr/repository:", "image repository"],
  ["aws:eks/cluster:", "Kubernetes cluster"],
  ["aws:msk/", "Kafka cluster"],
  ["aws:route53/zone:", "DNS zone"],
  ["aws:ec2/instance:", "instance"],
  ["aws:fsx/", "file system"],
];

/** What a reviewer calls things of a type: `database` for aws:rds/instance:Instance, `user pool` for aws:cognito/userPool:UserPool. */
export function nounOf(type: string): string {
  const known = nouns.find(([start]) => type.startsWith(start));
  if (known) return known[1];
  const kind = type.slice(type.lastIndexOf(":") + 1);
  return kind.replace(/(?<=[a-z\d])(?=[A-Z])/g, " ").toLowerCase();
}

/** `1 database`, `2 policies`. */
export const countedNoun = (count: number, noun: string): string =>
  plural(
    count,
    noun,
    /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`,
  );
