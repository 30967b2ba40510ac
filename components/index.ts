export { Cluster } from "./cluster/cluster";
export {
  type ClusterAccessEntry,
  ClusterAccessPolicy,
  type ClusterAddon,
  type ClusterArgs,
  ClusterCompute,
  ClusterNodeAmiFamily,
  ClusterNodeCapacityType,
  type ClusterNodeGroup,
  type ClusterNodeTaint,
  ClusterNodeTaintEffect,
} from "./cluster/types";
export { EncryptionKey } from "./encryption-key/encryption-key";
export { type EncryptionKeyArgs, EncryptionKeyService } from "./encryption-key/types";
export { Network } from "./network/network";
export { type NetworkArgs, NetworkNatMode, NetworkTier } from "./network/types";
