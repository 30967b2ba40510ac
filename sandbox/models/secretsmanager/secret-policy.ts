import { text } from "../../values";
import type { Model, Refusal } from "../model";
import { principalsOfStatement } from "../policies/principals";
import { statementsOf } from "../policy-document";
import { ofSecret, secretNamed, secretPolicyRefusals } from "./secrets";

const putResourcePolicy = "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html";

/** Refuses, where the program asks for that, a policy that lets everyone in; one with a condition is not judged. */
const publicPolicy: Refusal = {
  code: "PublicPolicyException",
  source: putResourcePolicy,
  reads: ["blockPublicPolicy", "policy"],
  atPreview: true,
  when: ({ inputs }) => {
    const isPublic = statementsOf(text(inputs, "policy") ?? "").some(
      (statement) =>
        statement.Effect === "Allow" &&
        statement.Condition === undefined &&
        principalsOfStatement(statement).some(({ value }) => value === "*"),
    );
    return inputs.blockPublicPolicy === true && isPublic
      ? "You can't attach a resource policy that allows broad access to the secret."
      : undefined;
  },
};

/** A secret's resource policy as a resource of its own. */
export const secretPolicy: Model = {
  type: "aws:secretsmanager/secretPolicy:SecretPolicy",
  schema: "internal/service/secretsmanager/secret_policy.go",
  immutable: ["secretArn"],
  documents: ["policy"],
  refusals: [...ofSecret("secretArn", putResourcePolicy), ...secretPolicyRefusals(), publicPolicy],
  id: ({ scope, inputs }) => {
    const arn = text(inputs, "secretArn") ?? "";
    return secretNamed(scope, arn)?.id ?? arn;
  },
};
