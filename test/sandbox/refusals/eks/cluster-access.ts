import type { Properties } from "../../../../sandbox/values";
import { clusterInputs, roleArn } from "../../../support/eks";
import { change, clusterType, make, makeCluster, makeRole, trust } from "../../../support/models";
import { shows } from "../../../support/refusals";

import { invalid, made, previewed } from "./support";

// Access
made(
  invalid,
  "a role that does not trust EKS",
  () => ({
    roleArn: makeRole("other", trust("ec2.amazonaws.com")).outputs.arn ?? "",
  }),
  /trusted entity is not correct/,
);
const authentication = (authenticationMode: string) => ({ accessConfig: { authenticationMode } });
previewed(invalid, "another authentication mode", authentication("API"), authentication("OIDC"));
shows(invalid, "going back to the config map", {
  valid: () => {
    const cluster = makeCluster({ accessConfig: { authenticationMode: "CONFIG_MAP" } });
    return change(change(cluster, authentication("API_AND_CONFIG_MAP")), authentication("API"));
  },
  refused: (cluster) => change(cluster, authentication("API_AND_CONFIG_MAP")),
  says: /from API to API_AND_CONFIG_MAP/,
});
previewed(
  invalid,
  "a config map that nobody can write",
  { accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false } },
  { accessConfig: { authenticationMode: "CONFIG_MAP", bootstrapClusterCreatorAdminPermissions: false } },
);

// Auto Mode
const auto = (computeConfig: Properties) => ({
  computeConfig: { enabled: true, ...computeConfig },
  kubernetesNetworkConfig: { elasticLoadBalancing: { enabled: true } },
  storageConfig: { blockStorage: { enabled: true } },
});
previewed(
  invalid,
  "a part of Auto Mode",
  auto({}),
  { computeConfig: { enabled: true } },
  /fully enabled or fully disabled/,
);
const nodeRoleArn = roleArn("nodes");
previewed(
  invalid,
  "another built-in node pool",
  auto({ nodePools: ["general-purpose", "system"], nodeRoleArn }),
  auto({ nodePools: ["gpu"], nodeRoleArn }),
);
previewed(invalid, "a role for no node pool", auto({ nodePools: [] }), auto({ nodePools: [], nodeRoleArn }));
previewed(invalid, "a node pool without a role", auto({ nodePools: [] }), auto({ nodePools: ["system"] }));
previewed(invalid, "Auto Mode without access entries", auto({}), {
  ...auto({}),
  accessConfig: { authenticationMode: "CONFIG_MAP", bootstrapClusterCreatorAdminPermissions: true },
});
made(invalid, "a role of nodes that is not there", () => auto({ nodePools: ["system"], nodeRoleArn: roleArn("none") }));

// Encryption and logs
const encrypted = (keyArn: string, resources = ["secrets"]) => ({
  encryptionConfig: { provider: { keyArn }, resources },
});
const keyArn = "arn:aws:kms:eu-west-1:111122223333:key/a";
previewed(invalid, "encrypting what is no secret", encrypted(keyArn), encrypted(keyArn, ["pods"]));
previewed(invalid, "a key of another region", encrypted(keyArn), encrypted(keyArn.replace("eu-west-1", "us-east-1")));
shows(invalid, "an asymmetric key", {
  valid: () => {
    const inputs = clusterInputs();
    const cluster = (name: string, key: Properties) =>
      make(clusterType, { ...inputs, name, ...encrypted(String(make("aws:kms/key:Key", key).outputs.arn)) });
    cluster("good", {});
    return cluster;
  },
  refused: (cluster) => cluster("bad", { customerMasterKeySpec: "RSA_2048" }),
  says: /must be symmetric/,
});
previewed(
  invalid,
  "another kind of log",
  { enabledClusterLogTypes: ["api", "audit"] },
  { enabledClusterLogTypes: ["api", "kubelet"] },
);
