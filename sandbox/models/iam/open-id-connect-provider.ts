import { text } from "../../values";
import type { Model, Request } from "../model";
import { nameTaken } from "../names";

const type = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";
const create = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html";
const arn = ({ scope, inputs }: Request) =>
  scope.global.arn("iam", `oidc-provider/${(text(inputs, "url") ?? "").replace(/^https:\/\//, "")}`);

export const openIdConnectProvider: Model = {
  type,
  schema: "internal/service/iam/openid_connect_provider.go",
  global: true,
  tagged: true,
  immutable: ["url"],
  sets: ["clientIdLists"],
  refusals: [
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
        return url === undefined || url.startsWith("https://") ? undefined : "Invalid Open ID Connect Provider URL";
      },
    },
  ],
  id: arn,
  computed: {
    arn: ({ id }) => id,
    thumbprintLists: ({ digits }) => [digits.slice(0, 40)],
  },
};
