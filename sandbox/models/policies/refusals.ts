import { text } from "../../values";
import type { Refusal, Request } from "../model";
import { mistakeIn, type PolicyKind } from "./judge";
import { exists, isWellFormed, type Principal, principalsOf } from "./principals";

interface Document extends Pick<Refusal, "code" | "source"> {
  /** The input that holds the document. */
  property: string;
  /** Texts by which a program says that there is no policy. */
  skip?: readonly string[];
}

/** What of a document is refused: AWS's words; undefined where nothing is. */
type Verdict = (document: string, request: Request) => string | undefined;

/** Refuses a document that is not as AWS wants it. */
export function documentRefusal(
  { property, skip = [], ...refusal }: Document & Omit<Refusal, "when">,
  verdict: Verdict,
): Refusal {
  return {
    reads: [property],
    ...refusal,
    when: (request) => {
      const document = text(request.inputs, property);
      return document === undefined || skip.includes(document) ? undefined : verdict(document, request);
    },
  };
}

/** Refuses a document that AWS cannot read, or that lacks what its kind needs; known at preview. */
export const malformed = (kind: PolicyKind, about: Document): Refusal =>
  documentRefusal({ ...about, atPreview: true }, (document) => mistakeIn(document, kind));

/**
 * Refuses principals that are none, which is known at preview, and roles and users of this account that do not exist.
 * Where one was only just made AWS may not see it yet, so the provider tries again.
 */
export function invalidPrincipals(about: Document, says: (principal: Principal) => string): Refusal[] {
  const firstOf = (document: string, isFine: (principal: Principal) => boolean) => {
    const wrong = principalsOf(document).find((principal) => !isFine(principal));
    return wrong && says(wrong);
  };
  return [
    documentRefusal({ ...about, atPreview: true }, (document) => firstOf(document, isWellFormed)),
    documentRefusal({ ...about, looksUp: true, retried: true }, (document, { scope }) =>
      firstOf(document, (principal) => exists(scope, principal)),
    ),
  ];
}
