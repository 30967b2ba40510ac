/**
 * The services that items of the price lists belong to, by the first part of an item's name, as AWS's own price list
 * sorts them: a NAT gateway and a disk are of EC2, an interface endpoint and a public address of VPC.
 */
const services: Readonly<Record<string, string>> = {
  "application-load-balancer": "Elastic Load Balancing",
  cache: "Amazon ElastiCache",
  "classic-load-balancer": "Elastic Load Balancing",
  cluster: "Amazon EKS",
  database: "Amazon RDS",
  instance: "Amazon EC2",
  "interface-endpoint": "Amazon VPC",
  key: "AWS KMS",
  log: "Amazon CloudWatch",
  "nat-gateway": "Amazon EC2",
  "network-load-balancer": "Elastic Load Balancing",
  "public-ipv4": "Amazon VPC",
  secret: "AWS Secrets Manager",
  "transit-gateway": "Amazon VPC",
  volume: "Amazon EC2",
};

/** The service of AWS that an item is charged by, e.g. `Amazon EC2` for `nat-gateway-hour`. @throws where none is known. */
export function serviceOf(item: string): string {
  const found = Object.entries(services).find(([start]) => item.startsWith(`${start}-`));
  if (found === undefined) throw new Error(`prices/services.ts has no service for ${item}`);
  return found[1];
}
