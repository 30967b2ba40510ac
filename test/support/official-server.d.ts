// The functions that serve a pack, stripped from @pulumi/policy's declarations as internal.

import type { EnforcementLevel, Policies } from "@pulumi/policy";
import type { AnalyzeRequest, AnalyzeResponse, AnalyzeStackRequest } from "@pulumi/pulumi/proto/analyzer_pb";

declare module "@pulumi/policy/server" {
  type Analyze<Request> = (
    call: { request: Request },
    callback: (error: Error | undefined, response: AnalyzeResponse | undefined) => void,
  ) => Promise<void>;
  type Make<Request> = (pack: string, version: string, level: EnforcementLevel, policies: Policies) => Analyze<Request>;

  export const makeAnalyzeRpcFun: Make<AnalyzeRequest>;
  export const makeAnalyzeStackRpcFun: Make<AnalyzeStackRequest>;
}
