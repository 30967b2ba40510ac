import { podRule } from "../../../core/pod-rule";
import { forEachKnown, isSet, judgeAll } from "../../../core/unknown";
import { forEachContainer } from "../../../core/workload";

/** Secrets are files, not environment. */
export const k8sSecretsNotInEnv = podRule({
  name: "k8s-secrets-not-in-env",
  title: "Secrets are mounted as files, not set as environment variables.",
  severity: "medium",
  controls: { "cis-kubernetes-1.11": ["5.4.1"] },
  remediationSteps:
    "Mount the secret by a volume, or by the Secrets Store CSI driver, and let the program read the file.",
  docs: {
    why: "The environment ends up in logs, crash reports and child processes, and does not change when the secret does.",
    good: {
      containers: [
        {
          name: "app",
          image: "registry.k8s.io/pause:3.10",
          env: [{ name: "DATABASE_PASSWORD_FILE", value: "/var/run/secrets/database/password" }],
          volumeMounts: [{ name: "database", mountPath: "/var/run/secrets/database", readOnly: true }],
        },
      ],
      volumes: [{ name: "database", secret: { secretName: "database" } }],
    },
  },
  check(pod, report) {
    forEachContainer(pod, (container, where) =>
      judgeAll(
        () =>
          forEachKnown(container.env, (variable) => {
            if (isSet(variable.valueFrom, "secretKeyRef")) {
              report(`${where} has a secret in its environment: replace secretKeyRef in env by a mounted file`);
            }
          }),
        () =>
          forEachKnown(container.envFrom, (source) => {
            if (isSet(source, "secretRef")) {
              report(`${where} has a secret in its environment: replace secretRef in envFrom by a mounted file`);
            }
          }),
      ),
    );
  },
});
