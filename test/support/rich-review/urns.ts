export const urnOf = (stack: string, type: string, name: string) => `urn:pulumi:${stack}::foundation::${type}::${name}`;
export const database = urnOf("prod-data", "aws:rds/instance:Instance", "orders");
export const vpc = urnOf("prod-network", "aws:ec2/vpc:Vpc", "prod");
