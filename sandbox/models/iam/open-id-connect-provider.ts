import { iamQuotas } from "../../quotas/iam";
import { countQuota, sizeQuota } from "../../quotas/quota";
import { text } from "../../values";
import type { Model, Refusal, Request } from "../model";
import { nameTaken } from "../names";
import { textsOf } from "../policy-document";

const type = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";
const create = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html";
const arn = ({ scope, inputs }: Request) =>
  scope.global.arn("iam", `oidc-provider/${(text(inputs, "url") ?? "").replace(/^https:\/\//, "")}`);
const longestClientId = 255;
const longestUrl = 255;
const mostThumbprints = 5;

const refusals: Refusal[] = [
  nameTaken(arn, type, {
    code: "EntityAlreadyExists",
    source: create,
    message: (id) => `Provider with url https://${id.split("oidc-provider/").at(-1)} already exists.`,
  }),
  {
    code: "ValidationError",
    source: create,
    reads: ["url"],
    atPreview: true,
    when: ({ inputs }) => {
      const url = text(inputs, "url");
      if (url === undefined || (/^https:\/\/[^?#]+$/.test(url) && url.length <= longestUrl)) return undefined;
      return "Invalid Open ID Connect Provider URL";
    },
  },
  {
    code: "ValidationError",
    source: create,
    reads: ["clientIdLists"],
    atPreview: true,
    when: ({ inputs }) => {
      const isLong = ({ length }: string) => length < 1 || length > longestClientId;
      return textsOf(inputs.clientIdLists).some(isLong)
        ? `1 validation error detected: Value at 'clientIDList' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to ${longestClientId}, Member must have length greater than or equal to 1]`
        : undefined;
    },
  },
  {
    code: "InvalidInput",
    source: create,
    reads: ["thumbprintLists"],
    atPreview: true,
    when: ({ inputs }) => {
      const thumbprints = textsOf(inputs.thumbprintLists);
      if (thumbprints.length > mostThumbprints)
        return `Thumbprint list must contain fewer than ${mostThumbprints} entries.`;
      const isFine = (thumbprint: string) => /^[0-9a-f]{40}$/i.test(thumbprint);
      return thumbprints.every(isFine) ? undefined : "Invalid thumbprint: it must have 40 hexadecimal digits";
    },
  },
  sizeQuota(
    iamQuotas.clientIdsPerProvider,
    {
      code: "LimitExceeded",
      reads: ["clientIdLists"],
      atPreview: true,
      message: (limit) => `Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: ${limit}`,
    },
    ({ inputs }) => textsOf(inputs.clientIdLists).length,
  ),
  countQuota(
    iamQuotas.openIdConnectProviders,
    { code: "LimitExceeded", message: (limit) => `Cannot exceed quota for OpenIdConnectProvidersPerAccount: ${limit}` },
    ({ scope }) => scope.list(type).length,
  ),
];

export const openIdConnectProvider: Model = {
  type,
  schema: "internal/service/iam/openid_connect_provider.go",
  global: true,
  tagged: true,
  immutable: ["url"],
  sets: ["clientIdLists"],
  refusals,
  id: arn,
  computed: {
    arn: ({ id }) => id,
    thumbprintLists: ({ digits }) => [digits.slice(0, 40)],
  },
};
