/** Cases of the public corpus whose label we do not follow, and why. */
export const contested: Readonly<Record<string, string>> = {
  e1fd36c2cb: "0.0.0.0/0 beside self: true is open all the same",
  c7c5bacc23: "CIS asks for a default group without any rule; the source accepts private ranges",
  "3de037580a": "the baseline standard lets containers add NET_BIND_SERVICE",
  "52111b43f0": "kubelets ignore the seccomp annotation since Kubernetes 1.27",
  "196a7d0563": "PodSecurityPolicies are gone since 1.25: k8s-no-deprecated-api reports them",
  ce278813c9: "a container that says nothing has the runtime's AppArmor profile; to ask for it keeps it off AL2023",
  "81abfc2bdf": "the label is on an attachment of the policy, which iam-no-wildcard-service-actions reports itself",
  "4158be03f5": "the same as ce278813c9",
  "25324e351c": "an instance of which nothing is said keeps its backups for a day",
  "374a1e4934": "suspended versioning keeps no versions; another source reports the same",
  b310b10ff4: "everyone but one user is everyone: ArnNotEquals narrows nothing",
  "391a3f441c": "the host is served twice in the source's cluster, which the case does not have",
  "18f7a6696e": "the same as 391a3f441c",
  a66021acb0: "a NetworkPolicy is about pods of its own namespace only",
  e9b779448e: "there is no NetworkPolicy in the core API group",
  c7b74235a7:
    "TLS 1.1 by name; the source looks at ciphers only, and another one calls the same a violation (601be121ce)",
  "76f055e3c5": "a listener with neither protocol nor port is a gateway load balancer's, or AWS refuses it",
  "5dfb20d2e6": "the Deployment of as many replicas is in the source's cluster, which the case does not have",
  "2ed466b803": "any header, but of one site only; the source looks at headers as well",
  "6e6d2fd8d9": "an account that nobody lists; the source asks for one account an image",
  "9bac9e5794": "the same as 6e6d2fd8d9",
  c290b0ce5c: "a key of which nothing is said waits 30 days, the longest there is",
  "40aa1bc12c": "a server of which nothing is said is public; the source looks at its protocols only",
  ff1c6faecf: "no backup is to be seen; the source looks at zones only",
};

/** Cases that are judged otherwise than labelled for a reason in the case itself; they count against us. */
export const explained: Readonly<Record<string, string>> = {
  "33421b2caa":
    "the group has its load balancer's health checks; the source wants them written in the target group, too",
  c8bafb1630: "the rule that opens the port is a resource of its own in the same case, and is what is reported",
  b742e1d8b8: "the same as c8bafb1630",
};
