import { z } from "zod";
import { riskLevels } from "../model/schema";
import { type RiskId, risks } from "./table";

const level = z.enum([...riskLevels, "ignore"]);

/** What an environment says of the levels of risks: another level, or that one is ignored; both are shown as such. */
export const riskSettingsSchema = z.strictObject(
  Object.fromEntries(
    risks.map(({ id, title, level: byTable }) => [
      id,
      level.optional().meta({ description: `${title} Default: ${byTable}.` }),
    ]),
  ) as { [Id in RiskId]: z.ZodOptional<typeof level> },
);
