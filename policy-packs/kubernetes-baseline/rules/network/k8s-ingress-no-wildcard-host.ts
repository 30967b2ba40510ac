import { type Stack, stackRule } from "../../../core/rule";
import { forEachKnown, isSet } from "../../../core/unknown";

const type = "kubernetes:networking.k8s.io/v1:Ingress";
type Ingress = ReturnType<typeof ingressesOf>[number];

/** Ingresses name their hosts, each its own. */
export const k8sIngressNoWildcardHost = stackRule({
  name: "k8s-ingress-no-wildcard-host",
  title: "An ingress names its hosts, and no other ingress serves the same host and path.",
  severity: "medium",
  types: [type],
  controls: {},
  remediationSteps:
    "Set host in every one of spec.rules to a name without an asterisk, and serve each host and path by one ingress.",
  docs: {
    why: "An ingress for any host takes the traffic of hosts that others serve; of two with the same path, one is silently ignored.",
    good: [
      {
        type,
        name: "shop",
        props: {
          metadata: { name: "shop" },
          spec: {
            rules: [
              { host: "shop.example.com", http: { paths: [{ path: "/", pathType: "Prefix" }] } },
              { host: "www.example.com", http: { paths: [{ path: "/shop", pathType: "Prefix" }] } },
            ],
          },
        },
      },
    ],
  },
  check(ingress, report, stack) {
    const { spec } = ingress.props;
    if (isSet(spec, "defaultBackend") && !spec?.rules?.length) {
      report("the ingress serves every host: replace spec.defaultBackend by spec.rules with a host");
    }
    const others = ingressesOf(stack).filter(({ urn }) => urn !== ingress.urn);
    forEachKnown(spec?.rules, (rule) => {
      if (!rule.host || rule.host.includes("*")) {
        report("a rule serves more hosts than it names: set host in each of spec.rules to a full name");
        return;
      }
      const routes = routesOf({ spec: { rules: [rule] } });
      forEachKnown(others, (other) => {
        if (routesOf(other.props).some((route) => routes.includes(route))) {
          report("another ingress serves the same host and path: merge them, or change host in spec.rules");
        }
      });
    });
  },
});

const ingressesOf = (stack: Stack) => stack.ofType(type);

/** Each host with each of its paths; one without paths serves all. */
function routesOf({ spec }: Pick<Ingress["props"], "spec">): string[] {
  return (spec?.rules ?? []).flatMap(({ host, http }) =>
    (http?.paths ?? [{ path: "/" }]).map(({ path = "/" }) => `${host}${path}`),
  );
}
