export { Cluster } from "./cluster/cluster";
export {
  type ClusterAccessEntry,
  ClusterAccessPolicy,
  type ClusterAddon,
  type ClusterArgs,
  ClusterCompute,
  type ClusterNodeGroup,
  ClusterNodeAmiFamily,
  ClusterNodeCapacityType,
  type ClusterNodeTaint,
  ClusterNodeTaintEffect,
} from "./cluster/types";
