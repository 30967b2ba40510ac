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
