/** Price lists of AWS by their codes, with the names of the services that they are of. */
export const offers = {
  AWSELB: "Elastic Load Balancing",
  AWSSecretsManager: "AWS Secrets Manager",
  AmazonCloudWatch: "Amazon CloudWatch",
  AmazonEC2: "Amazon EC2",
  AmazonEKS: "Amazon EKS",
  AmazonElastiCache: "Amazon ElastiCache",
  AmazonRDS: "Amazon RDS",
  AmazonS3: "Amazon S3",
  AmazonVPC: "Amazon VPC",
  awskms: "AWS KMS",
} as const;

export type Offer = keyof typeof offers;
