import { z } from "zod";
import { resourceRule } from "../../../core/rule";

const role = "aws:iam/role:Role";

/** Credentials that got lost are soon worth nothing. */
export const iamRoleMaxSession = resourceRule({
  name: "iam-role-max-session",
  title: "Sessions of roles and permission sets are short.",
  severity: "low",
  types: [role, "aws:ssoadmin/permissionSet:PermissionSet"],
  parameters: z.object({
    maximumHours: z.int().min(1).max(12).default(1).describe("How many hours a session lasts at most"),
  }),
  controls: {},
  remediationSteps:
    "Set maxSessionDuration of a role, or sessionDuration of a permission set, to an hour or leave it out.",
  docs: {
    why: "Nobody can end a session: who finds its credentials in a log or on a laptop uses them until it is over.",
    good: {
      [role]: { maxSessionDuration: 3600 },
      "aws:ssoadmin/permissionSet:PermissionSet": { sessionDuration: "PT1H" },
    },
  },
  check(resource, report, { maximumHours }) {
    if (resource.type === role) {
      if ((resource.props.maxSessionDuration ?? 3600) > maximumHours * 3600) {
        report(`a session lasts too long: set maxSessionDuration to at most ${maximumHours * 3600} seconds`);
      }
    } else if (isLonger(resource.props.sessionDuration, maximumHours)) {
      report(`a session lasts too long: set sessionDuration to at most PT${maximumHours}H`);
    }
  },
  remediate(resource, { maximumHours }) {
    if (resource.type === role) {
      if ((resource.props.maxSessionDuration ?? 3600) > maximumHours * 3600) {
        resource.props.maxSessionDuration = maximumHours * 3600;
      }
    } else if (isLonger(resource.props.sessionDuration, maximumHours)) {
      resource.props.sessionDuration = `PT${maximumHours}H`;
    }
  },
});

/** An hour where nothing is said; what is no duration (ISO 8601) AWS refuses. */
function isLonger(duration: string | undefined, maximumHours: number): boolean {
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration ?? "PT1H") ?? [];
  return Number(days) * 24 + Number(hours) + Number(minutes) / 60 + Number(seconds) / 3600 > maximumHours;
}
