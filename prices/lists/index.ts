// Made by `npm run generate` and `foundation prices update` of the files beside it.
import euWest1AmazonEC2 from "./eu-west-1-AmazonEC2.json";
import euWest1Volumes from "./eu-west-1-volumes.json";
import everywhereAddresses from "./everywhere-addresses.json";
import everywhereEks from "./everywhere-eks.json";
import everywhereKms from "./everywhere-kms.json";
import everywherePrivatelink from "./everywhere-privatelink.json";
import usEast1AWSELB from "./us-east-1-AWSELB.json";
import usEast1AWSSecretsManager from "./us-east-1-AWSSecretsManager.json";
import usEast1AmazonCloudWatch from "./us-east-1-AmazonCloudWatch.json";
import usEast1AmazonEC2 from "./us-east-1-AmazonEC2.json";
import usEast1AmazonRDS from "./us-east-1-AmazonRDS.json";
import usEast1AmazonS3 from "./us-east-1-AmazonS3.json";
import usEast1AmazonVPC from "./us-east-1-AmazonVPC.json";
import usEast1Instances from "./us-east-1-instances.json";
import usEast1 from "./us-east-1.json";

/** Every list in the repository. */
export const lists = [
  euWest1AmazonEC2,
  euWest1Volumes,
  everywhereAddresses,
  everywhereEks,
  everywhereKms,
  everywherePrivatelink,
  usEast1AWSELB,
  usEast1AWSSecretsManager,
  usEast1AmazonCloudWatch,
  usEast1AmazonEC2,
  usEast1AmazonRDS,
  usEast1AmazonS3,
  usEast1AmazonVPC,
  usEast1Instances,
  usEast1,
];
