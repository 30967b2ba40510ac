import { resourceRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

/** Names that say of a variable that it is a secret. */
const secretName = /secret|passw(or)?d|token|api_?key|access_?key|private_?key|credential/i;

/** Builds take their secrets from where secrets are kept. */
export const codebuildNoPlaintextCredentials = resourceRule({
  name: "codebuild-no-plaintext-credentials",
  title: "A CodeBuild project has no credentials in variables or source URLs, and no token of its own.",
  severity: "critical",
  types: ["aws:codebuild/project:Project", "aws:codebuild/sourceCredential:SourceCredential"],
  controls: {
    "pci-4.0": ["1.2.8", "1.3.1", "1.3.2", "1.4.2", "1.5.1", "A1.1.3"],
  },
  remediationSteps:
    "Give secret variables the type SECRETS_MANAGER or PARAMETER_STORE, and connect to the source by CodeConnections.",
  docs: {
    why: "Variables and URLs of a project are shown in the console and in every build's log.",
    good: {
      "aws:codebuild/project:Project": {
        environment: {
          environmentVariables: [
            { name: "STAGE", value: "dev" },
            { name: "NPM_TOKEN", type: "SECRETS_MANAGER", value: "npm-token" },
          ],
        },
        source: { type: "GITHUB", location: "https://github.com/example/app.git" },
      },
      "aws:codebuild/sourceCredential:SourceCredential": { authType: "CODECONNECTIONS", serverType: "GITHUB" },
    },
  },
  check(resource, report) {
    if (resource.type === "aws:codebuild/sourceCredential:SourceCredential") {
      const { authType } = resource.props;
      if (authType === "BASIC_AUTH" || authType === "PERSONAL_ACCESS_TOKEN") {
        report("authType keeps a token in the state: use CODECONNECTIONS or SECRETS_MANAGER");
      }
      return;
    }
    const { props: project } = resource;
    forEachKnown(["variables", "source", "secondarySources"] as const, (part) => {
      if (part === "variables") {
        forEachKnown(project.environment?.environmentVariables, ({ name, type = "PLAINTEXT" }) => {
          // PLAINTEXT is the default (docs.aws.amazon.com/codebuild/latest/APIReference/API_EnvironmentVariable.html).
          if (type === "PLAINTEXT" && name !== undefined && secretName.test(name)) {
            report("environment.environmentVariables has a secret in plain text: set its type to SECRETS_MANAGER");
          }
        });
        return;
      }
      const sources = part === "source" ? [project.source] : project.secondarySources;
      forEachKnown(sources, (source) => {
        if (source?.location !== undefined && /^[a-z+]+:\/\/[^/@]*@/i.test(source.location)) {
          report(`${part} has credentials in its location: take them out and connect by CodeConnections`);
        }
      });
    });
  },
});
