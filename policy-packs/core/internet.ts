/**
 * Whether `cidr` is the whole Internet, IPv4 or IPv6.
 *
 * Exact for IPv4, because the provider refuses a block that is not its own network address, such as 0.1.0.0/0
 * (terraform-provider-aws, internal/service/ec2/vpc_security_group.go: ValidCIDRNetworkAddress).
 */
export function isInternet(cidr: string): boolean {
  return cidr === "0.0.0.0/0" || /^[0:]*\/0$/.test(cidr);
}
