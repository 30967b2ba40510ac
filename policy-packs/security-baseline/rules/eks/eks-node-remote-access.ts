import { resourceRule } from "../../../core/rule";
import { isNonEmpty } from "../../../core/unknown";

/** Nobody logs in to nodes from anywhere. */
export const eksNodeRemoteAccess = resourceRule({
  name: "eks-node-remote-access",
  title: "SSH to an EKS node group is for certain security groups, if there is any.",
  severity: "high",
  types: ["aws:eks/nodeGroup:NodeGroup"],
  controls: {},
  remediationSteps:
    "Remove remoteAccess and use Session Manager, or set remoteAccess.sourceSecurityGroupIds to those that may log in.",
  docs: {
    why: "With a key and without groups EKS opens port 22 of every node to the whole Internet.",
    component: "Cluster makes node groups without SSH.",
    good: {
      "aws:eks/nodeGroup:NodeGroup": {
        remoteAccess: { ec2SshKey: "operators", sourceSecurityGroupIds: ["sg-0123456789abcdef0"] },
      },
    },
  },
  check({ props: { remoteAccess: access } }, report) {
    // docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html
    if (isNonEmpty(access, "ec2SshKey") && !isNonEmpty(access, "sourceSecurityGroupIds")) {
      report("SSH to the nodes is open to everyone: set remoteAccess.sourceSecurityGroupIds");
    }
  },
});
