import { listAt, valueAt } from "../../../core/json";
import { exampleKubeconfig, kubeconfigOf } from "../../../core/kubeconfig";
import { untypedRule } from "../../../core/rule";
import { forEachKnown, isNonEmpty } from "../../../core/unknown";

/** Credentials of the AWS provider that stand in the program or the stack's configuration. */
const awsCredentials = ["accessKey", "secretKey", "token"] as const;

/** Credentials of a user in a kubeconfig. A certificate without its key is none. */
const kubernetesCredentials = ["token", "password", "client-key-data"] as const;

/** Providers get credentials when they need them. */
export const pulumiNoStaticCredentials = untypedRule({
  name: "pulumi-no-static-credentials",
  title: "No provider is given credentials that stay the same.",
  severity: "high",
  types: ["pulumi:providers:aws", "pulumi:providers:kubernetes"],
  controls: {},
  remediationSteps:
    "Let the AWS provider assume a role (assumeRoles, or OIDC in CI), and let the kubeconfig get its token by exec, as aws eks get-token does.",
  docs: {
    why: "Whoever can read the stack's state and its passphrase deploys as the stack does; a token of EKS, moreover, is over after 15 minutes, and then neither a refresh nor a destroy gets in.",
    good: [
      { type: "pulumi:providers:aws", name: "workload", props: { region: "eu-central-1" } },
      { type: "pulumi:providers:kubernetes", name: "shop", props: { kubeconfig: exampleKubeconfig } },
    ],
  },
  check({ type, props }, report) {
    if (type === "pulumi:providers:aws") {
      const given = awsCredentials.filter((property) => isNonEmpty(props, property));
      if (given.length > 0)
        report(`the provider's credentials are in the state: assume a role instead of ${list(given)}`);
      return;
    }
    forEachKnown(listAt(kubeconfigOf(props.kubeconfig), "users"), (user) => {
      const given = kubernetesCredentials.filter((property) => valueAt(user, "user", property));
      if (given.length > 0) report(`the kubeconfig has credentials of a user: set exec instead of ${list(given)}`);
    });
  },
});

const list = (properties: readonly string[]): string => properties.join(" and ");
