import { iamQuotas } from "../../../sandbox/quotas/iam";
import { profile, profileType, provider, providerType } from "../../support/iam";
import { almostFull, makeRole, scope } from "../../support/models";
import { shows, showsAllOf } from "../../support/refusals";

shows("EntityAlreadyExists", "an instance profile's name that is taken", {
  valid: () => profile({}),
  refused: () => profile({ name: "Node" }),
});

shows("ValidationError", "an instance profile's name with a slash", {
  valid: () => profile({ name: "x".repeat(128) }),
  refused: () => profile({ name: "team/node" }),
});

shows("ValidationError", "an instance profile's path without a slash", {
  valid: () => profile({ path: "/team/" }),
  refused: () => profile({ name: "other", path: "team" }),
});

shows("NoSuchEntity", "an instance profile of a role that does not exist", {
  valid: () => profile({ role: makeRole().id }),
  refused: () => profile({ name: "other", role: "none" }),
});

shows("LimitExceeded", "more instance profiles than the account may have", {
  valid: () => {
    almostFull(scope.global, profileType, iamQuotas.instanceProfiles);
    return profile({});
  },
  refused: () => profile({ name: "another" }),
});

shows("EntityAlreadyExists", "an OpenID Connect provider's URL that is taken", {
  valid: () => provider({}),
  refused: () => provider({}),
});

shows("ValidationError", "an OpenID Connect provider without TLS", {
  valid: () => provider({ url: "https://oidc.example.com/id/0A" }),
  refused: () => provider({ url: "http://oidc.example.com" }),
});

shows("ValidationError", "a client ID of more than 255 characters", {
  valid: () => provider({ clientIdLists: ["x".repeat(255)] }),
  refused: () => provider({ url: "https://b.example.com", clientIdLists: ["x".repeat(256)] }),
});

shows("InvalidInput", "a thumbprint that is no SHA-1 hash", {
  valid: () => provider({ thumbprintLists: ["a1".repeat(20)] }),
  refused: () => provider({ url: "https://b.example.com", thumbprintLists: ["a1".repeat(32)] }),
});

shows("InvalidInput", "more than five thumbprints", {
  valid: () => provider({ thumbprintLists: ["a", "b", "c", "d", "e"].map((digit) => digit.repeat(40)) }),
  refused: () =>
    provider({
      url: "https://b.example.com",
      thumbprintLists: ["a", "b", "c", "d", "e", "f"].map((digit) => digit.repeat(40)),
    }),
});

const clients = (count: number) => Array.from({ length: count }, (_, index) => `client-${index}`);

shows("LimitExceeded", "more than a hundred client IDs", {
  valid: () => provider({ clientIdLists: clients(100) }),
  refused: () => provider({ url: "https://b.example.com", clientIdLists: clients(101) }),
});

shows("LimitExceeded", "more OpenID Connect providers than the account may have", {
  valid: () => {
    almostFull(scope.global, providerType, iamQuotas.openIdConnectProviders);
    return provider({});
  },
  refused: () => provider({ url: "https://b.example.com" }),
});

showsAllOf("aws:iam/instanceProfile:", "aws:iam/openIdConnectProvider:");
