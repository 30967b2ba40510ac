import { z } from "zod";
import type { Answer } from "../../tools/kubernetes/client";
import { CloudError } from "../cloud/errors";

const statusSchema = z.object({
  message: z.string().default(""),
  reason: z.string().optional(),
  details: z
    .object({
      causes: z.array(z.object({ field: z.string().default(""), message: z.string().default("") })).default([]),
    })
    .default({ causes: [] }),
});

/** What the API server refuses, with its reason. */
export class ApiError extends CloudError {
  constructor(
    /** The HTTP status code. */
    readonly status: number,
    code: string,
    message: string,
  ) {
    super(code, message);
  }
}

/** The server's own message; a field that it leaves out of that is added. */
export function apiError({ status, body }: Answer): ApiError {
  const parsed = statusSchema.safeParse(body);
  // Something before the API machinery answered, in plain text.
  if (!parsed.success) return new ApiError(status, "ServerError", String(body).trim());
  const { message, reason, details } = parsed.data;
  const more = details.causes
    .filter((cause) => cause.field !== "" && !message.includes(cause.field))
    .map((cause) => `\n  ${cause.field}: ${cause.message}`);
  return new ApiError(status, reason ?? "ServerError", `${message}${more.join("")}`);
}

/** A kind that the server does not serve, in the words of its clients. */
export const noMatch = (apiVersion: string, kind: string): ApiError =>
  new ApiError(404, "NoKindMatch", `no matches for kind "${kind}" in version "${apiVersion}"`);

export const isMissingNamespace = (error: unknown): boolean =>
  error instanceof ApiError && error.status === 404 && /^namespaces "/.test(error.message);

/** A namespace's service account is made a moment after it, and pods need it. */
const isMissingAccount = (error: ApiError) =>
  error.status === 403 && /serviceaccount "default" not found/.test(error.message);

/** Whether something else of the same update may be what is missing (pkg/await/await.go: not found, no match). */
export const isRetried = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 404 || isMissingAccount(error));
