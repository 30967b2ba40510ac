import { quotaOf } from "../../quotas";
import { quotaId, serviceQuotaType } from "../../quotas/quota";
import type { Properties } from "../../values";
import type { Model, Refusal } from "../model";

const requestIncrease =
  "https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_RequestServiceQuotaIncrease.html";

const idOf = ({ serviceCode, quotaCode }: Properties) =>
  quotaId({ service: String(serviceCode), code: String(quotaCode) });
const quota = (inputs: Properties) => quotaOf(idOf(inputs));

const refusals: Refusal[] = [
  {
    code: "NoSuchResourceException",
    source: requestIncrease,
    reads: ["quotaCode", "serviceCode"],
    atPreview: true,
    when: ({ inputs }) =>
      quota(inputs) === undefined
        ? `the sandbox enforces no quota ${idOf(inputs)}; a real account may have it`
        : undefined,
  },
  {
    code: "IllegalArgumentException",
    source: requestIncrease,
    reads: ["value"],
    atPreview: true,
    when: ({ inputs }) => {
      const { name, adjustable, value } = quota(inputs) ?? {};
      return adjustable === false && inputs.value !== value ? `The quota ${name} cannot be adjusted.` : undefined;
    },
  },
  {
    code: "IllegalArgumentException",
    source: requestIncrease,
    reads: ["value"],
    atPreview: true,
    when: ({ inputs, prior }) => {
      const current = Number(prior?.outputs.value ?? quota(inputs)?.value);
      return Number(inputs.value) < current
        ? `The value ${inputs.value} is lower than the current one, ${current}: a quota can only be increased.`
        : undefined;
    },
  },
  {
    code: "IllegalArgumentException",
    source: requestIncrease,
    reads: ["value"],
    atPreview: true,
    when: ({ inputs }) => {
      const maximum = quota(inputs)?.maximum;
      return maximum !== undefined && Number(inputs.value) > maximum
        ? `The value ${inputs.value} is higher than the most that is granted, ${maximum}.`
        : undefined;
    },
  },
];

/**
 * A quota that an account asked to be increased; here the request is granted at once.
 *
 * Deleting it leaves the quota as it is in AWS; here it goes back to the default.
 */
export const serviceQuota: Model = {
  type: serviceQuotaType,
  schema: "internal/service/servicequotas/service_quota.go",
  immutable: ["quotaCode", "serviceCode"],
  refusals,
  id: ({ inputs }) => idOf(inputs),
  computed: {
    adjustable: ({ inputs }) => quota(inputs)?.adjustable,
    arn: ({ scope, inputs }) => scope.arn("servicequotas", idOf(inputs)),
    defaultValue: ({ inputs }) => quota(inputs)?.value,
    quotaName: ({ inputs }) => quota(inputs)?.name,
    requestStatus: () => "APPROVED",
    serviceName: ({ inputs }) => inputs.serviceCode,
  },
};
