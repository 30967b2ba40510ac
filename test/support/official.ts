import { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun } from "@pulumi/policy/server";
import type { AnalyzeResponse } from "@pulumi/pulumi/proto/analyzer_pb";
import type { Rule } from "../../policy-packs/core/rule";
import { policiesOf } from "./official-policies";
import { analyzeRequest, analyzeStackRequest, type Judgement, judgementOf, type Subject } from "./policy";

/** What `rules` say of one resource through @pulumi/policy's own server functions. */
export function officialJudge(rules: readonly Rule[]): (subject: Subject) => Promise<Judgement> {
  const analyze = makeAnalyzeRpcFun("test", "0.0.0", "advisory", policiesOf(rules));
  return (subject) => answer((callback) => analyze({ request: analyzeRequest(subject) }, callback));
}

/** What `rules` say of a stack through @pulumi/policy's own server functions. */
export function officialJudgeStack(rules: readonly Rule[]): (subjects: readonly Subject[]) => Promise<Judgement> {
  const analyze = makeAnalyzeStackRpcFun("test", "0.0.0", "advisory", policiesOf(rules));
  return (subjects) => answer((callback) => analyze({ request: analyzeStackRequest(subjects) }, callback));
}

async function answer(
  analyze: (callback: (error: Error | undefined, response: AnalyzeResponse | undefined) => void) => Promise<void>,
): Promise<Judgement> {
  const response = await new Promise<AnalyzeResponse>((resolve, reject) => {
    void analyze((error, result) => (result ? resolve(result) : reject(error)));
  });
  return judgementOf(response);
}
