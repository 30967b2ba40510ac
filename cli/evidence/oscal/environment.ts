import { groupBy } from "../results";
import type { ControlEvidence, Evidence, EvidenceOutcome } from "../schema";
import { controlIdOf, line, propsOf, targetOf, uuidOf } from "./values";

/** The evidence about one environment, and what identifies it. */
export interface Part {
  readonly evidence: Evidence;
  readonly environment: string;
  /** Of the whole document, from which identifiers of what belongs to this run are made. */
  readonly document: string;
}

/** The result of one environment: what was looked at, what was seen of each rule in each stack, and what follows. */
export function resultOf(part: Part): object {
  const { evidence, environment, document } = part;
  const outcomes = outcomesOf(part);
  const [observations, risks, findings] = [observationsOf(part, outcomes), risksOf(part, outcomes), findingsOf(part)];
  return {
    uuid: uuidOf(document, "result", environment),
    title: line(`Environment ${environment}`),
    description: evidence.statement,
    start: evidence.provenance.time,
    end: evidence.provenance.time,
    props: propsOf({ environment, sandbox: evidence.provenance.sandbox, complete: evidence.complete }),
    "local-definitions": {
      components: [
        {
          ...{ uuid: toolUuid(part), type: "software", title: "foundation evidence" },
          description: "Previews the stacks on the Pulumi engine and judges their resources by the policy packs.",
          status: { state: "operational" },
        },
      ],
      ...some("inventory-items", [...new Map(outcomes.map((outcome) => [outcome.urn, outcome])).values()].map(itemOf)),
    },
    "reviewed-controls": reviewedControls(part),
    ...some("observations", observations),
    ...some("risks", risks),
    ...some("findings", findings),
  };
}

/** OSCAL knows no empty lists. */
const some = (name: string, items: readonly object[]): object => (items.length > 0 ? { [name]: items } : {});

function outcomesOf({ evidence, environment }: Part): EvidenceOutcome[] {
  const stacks = new Set(evidence.stacks.filter((one) => one.environment === environment).map(({ stack }) => stack));
  return evidence.outcomes.filter(({ stack }) => stacks.has(stack));
}

/** A resource is the same thing in every run. */
const itemUuid = (urn: string): string => uuidOf("resource", urn);

function itemOf({ urn, type, stack }: EvidenceOutcome): object {
  return { uuid: itemUuid(urn), description: line(urn), props: propsOf({ urn, type, stack }) };
}

/** Those of which something was decided; OSCAL asks for some, so where nothing was, those that rules support. */
function reviewedControls(part: Part): object {
  const decided = selectionsOf(
    part,
    ({ environments: { [part.environment]: own } }) => own !== undefined && own.passed + own.failed + own.excepted > 0,
  );
  return decided.length > 0
    ? { description: "Rules that support these decided something, in part.", "control-selections": decided }
    : {
        description: "Rules support these, in part, but decided nothing here.",
        "control-selections": selectionsOf(part, ({ rules }) => rules.length > 0),
      };
}

function selectionsOf({ evidence }: Part, which: (control: ControlEvidence) => boolean): object[] {
  return evidence.frameworks.flatMap(({ framework, title, controls }) => {
    const selected = controls.filter(which);
    if (selected.length === 0) return [];
    const controlIds = selected.map(({ id }) => ({ "control-id": controlIdOf(framework, id) }));
    return [
      { description: `${title}: ${selected.length} of ${controls.length} controls.`, "include-controls": controlIds },
    ];
  });
}

const observationUuid = ({ document }: Part, { rule, stack }: EvidenceOutcome): string =>
  uuidOf(document, "observation", rule, stack);

/** What came of one rule in one stack, resource by resource. */
function observationsOf(part: Part, outcomes: readonly EvidenceOutcome[]): object[] {
  const rules = new Map(part.evidence.rules.map((rule) => [rule.rule, rule]));
  return [...groupBy(outcomes, (outcome) => observationUuid(part, outcome))].map(([uuid, group]) => {
    const [{ rule, stack, level }] = group as [EvidenceOutcome];
    const { title = rule, pack = "", severity = "" } = rules.get(rule) ?? {};
    return {
      uuid,
      title: line(`${rule} in ${stack}`),
      description: title,
      props: propsOf({ rule, pack, severity, level, stack }),
      methods: ["TEST"],
      types: ["control-objective"],
      origins: originsOf(part),
      subjects: group.map(({ urn, result, notEvaluated }) => ({
        ...{ "subject-uuid": itemUuid(urn), type: "inventory-item", title: line(urn) },
        props: propsOf({ result, ...(notEvaluated !== undefined && { "not-evaluated": notEvaluated }) }),
      })),
      "relevant-evidence": [{ href: "evidence.json", description: `Outcomes of ${rule} in ${stack}` }],
      collected: part.evidence.provenance.time,
    };
  });
}

/** Each result defines the tool anew, since results share no definitions, and so under an identifier of its own. */
const toolUuid = ({ environment }: Part): string => uuidOf("tool", environment);

const originsOf = (part: Part): object[] => [{ actors: [{ type: "tool", "actor-uuid": toolUuid(part) }] }];

/** What a rule found in a resource; a rule that crashed found nothing out. */
const isFound = ({ result }: EvidenceOutcome): boolean => result === "failed" || result === "excepted";

const riskUuid = ({ document }: Part, { rule, urn }: EvidenceOutcome, index: number): string =>
  uuidOf(document, "risk", rule, urn, String(index));

/** Each finding, open or accepted until a day. */
function risksOf(part: Part, outcomes: readonly EvidenceOutcome[]): object[] {
  const rules = new Map(part.evidence.rules.map((rule) => [rule.rule, rule]));
  return outcomes.filter(isFound).flatMap((outcome) =>
    outcome.findings.map(({ message, exception, refused }, index) => ({
      uuid: riskUuid(part, outcome, index),
      title: line(`${outcome.rule}: ${outcome.urn.split("::").at(-1)}`),
      description: message,
      statement: `Not true of this resource: ${rules.get(outcome.rule)?.title ?? outcome.rule}`,
      props: propsOf({
        ...{ urn: outcome.urn, severity: rules.get(outcome.rule)?.severity ?? "", level: outcome.level },
        ...(exception && { owner: exception.owner, reason: exception.reason, ticket: exception.ticket }),
        ...(refused !== undefined && { "exception-refused": refused }),
      }),
      status: exception ? "deviation-approved" : "open",
      origins: originsOf(part),
      ...(exception && { deadline: `${exception.expires}T23:59:59Z` }),
      "related-observations": [{ "observation-uuid": observationUuid(part, outcome) }],
    })),
  );
}

/**
 * A finding for each control of which something is violated or accepted. There is none for the others: OSCAL could only call
 * them satisfied, and that no rule can say.
 */
function findingsOf(part: Part): object[] {
  const found = groupBy(outcomesOf(part).filter(isFound), ({ rule }) => rule);
  return part.evidence.frameworks.flatMap(({ framework, title, controls }) =>
    controls.flatMap(({ id, rules }) => {
      const outcomes = rules.flatMap((rule) => found.get(rule) ?? []);
      if (outcomes.length === 0) return [];
      const observations = new Set(outcomes.map((outcome) => observationUuid(part, outcome)));
      const named = [...new Set(outcomes.map(({ rule }) => rule))].join(", ");
      return [
        {
          uuid: uuidOf(part.document, "finding", part.environment, framework, id),
          title: line(`${title} ${id}`),
          description: `Found by ${named}; what exceptions accept is a risk with an approved deviation.`,
          origins: originsOf(part),
          target: { ...targetOf(framework, id), status: { state: "not-satisfied", reason: "fail" } },
          "related-observations": [...observations].map((uuid) => ({ "observation-uuid": uuid })),
          "related-risks": outcomes.flatMap((outcome) =>
            outcome.findings.map((_finding, index) => ({ "risk-uuid": riskUuid(part, outcome, index) })),
          ),
        },
      ];
    }),
  );
}
