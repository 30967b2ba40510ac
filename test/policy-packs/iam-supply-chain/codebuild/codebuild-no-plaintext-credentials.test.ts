import { codebuildNoPlaintextCredentials } from "../../../../policy-packs/iam-supply-chain/rules/codebuild/codebuild-no-plaintext-credentials";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(codebuildNoPlaintextCredentials, {
  bad: {
    "a secret in plain text": {
      set: { "environment.environmentVariables.1": { name: "NPM_TOKEN", type: "PLAINTEXT", value: "example" } },
    },
    "a secret of the default type, in small letters": {
      set: { "environment.environmentVariables.0": { name: "db_password", value: "example" } },
    },
    "a secret behind an unknown name": {
      set: { "environment.environmentVariables": [{ name: unknown }, { name: "API_KEY", value: "example" }] },
    },
    "credentials in the source's URL": {
      set: { "source.location": "https://jane:example@github.com/example/app.git" },
    },
    "a token in another source's URL": {
      set: {
        secondarySources: [
          { sourceIdentifier: "lib", type: "GITHUB", location: "https://example@github.com/example/lib" },
        ],
      },
    },
    "a token of its own": {
      of: "aws:codebuild/sourceCredential:SourceCredential",
      set: { authType: "PERSONAL_ACCESS_TOKEN", token: "example" },
    },
    "a password of its own": {
      of: "aws:codebuild/sourceCredential:SourceCredential",
      set: { authType: "BASIC_AUTH", token: "example" },
    },
  },
  good: {
    "a secret of the parameter store": { set: { "environment.environmentVariables.1.type": "PARAMETER_STORE" } },
    "an at sign in a path": { set: { "source.location": "https://github.com/example/app@main" } },
    "nothing set": { props: {} },
  },
  unknown: ["source.location", "environment.environmentVariables.0.name"],
});
