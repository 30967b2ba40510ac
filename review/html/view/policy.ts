import type { Finding, Review } from "../../model/schema";
import { changeLink, type Links, resourceLinks } from "./links";
import { type Child, h, type Node } from "./node";
import type { Part } from "./part";
import { code, counted, folded, name, plural } from "./words";

type Found = Omit<Finding, "state">;

/** What the policies say: what is new first, then what was there before, and what was accepted. */
export function policyPart(review: Review, links: Links): Part {
  const { findings, fixed } = review;
  const of = (state: Finding["state"], level?: Finding["level"]) =>
    findings.filter((one) => one.state === state && (level === undefined || one.level === level));
  const [newMandatory, newAdvisory, existing, excepted] = [
    of("new", "mandatory"),
    of("new", "advisory"),
    of("existing"),
    of("excepted"),
  ];
  const stops = findings.filter(({ level, state }) => level === "mandatory" && state !== "excepted").length;
  return {
    ...{ id: "policy", title: "Policy", count: findings.length, urgent: stops > 0 },
    content: [
      h("p", { class: "hint" }, beforeAndAfter(review)),
      group("New, and stop the change", newMandatory, links, true),
      group("New, and only advise", newAdvisory, links, true),
      group("There before", existing, links, of("existing", "mandatory").length > 0),
      group("Accepted by an exception", excepted, links, true),
      group("Fixed by this change", fixed, links, false),
      notEvaluated(review),
      remediations(review, links),
      exceptions(review),
    ],
  };
}

function beforeAndAfter({ findings, fixed, exceptions }: Review): string {
  const count = (level: Finding["level"]) => {
    const now = findings.filter((one) => one.level === level && one.state !== "excepted");
    const stayed = now.filter(({ state }) => state === "existing").length;
    const before = stayed + fixed.filter((one) => one.level === level).length;
    return `${counted(before)} → ${counted(now.length)}`;
  };
  const used = exceptions.filter(({ state }) => state === "used").length;
  return `Mandatory findings: ${count("mandatory")}. Advisory findings: ${count("advisory")}. Exceptions in use: ${counted(used)}.`;
}

/** Findings of one kind by their rules, those that most resources break first. */
function group(title: string, found: readonly Found[], links: Links, open: boolean): Child {
  if (found.length === 0) return undefined;
  const byRule = new Map<string, Found[]>();
  for (const one of found) byRule.set(one.rule, [...(byRule.get(one.rule) ?? []), one]);
  const rules = [...byRule.values()].sort((a, b) => b.length - a.length);
  return h(
    "details",
    { open, class: "group" },
    h("summary", {}, `${title} `, h("span", { class: "amount" }, counted(found.length))),
    h(
      "ul",
      { class: "rows" },
      rules.map((of) => ruleView(of, links)),
    ),
  );
}

/** Findings of one rule that are told in full before the rest is named. */
const mostOfRule = 5;

function ruleView(found: readonly Found[], links: Links): Node {
  const [first] = found;
  const [shown, rest] = [found.slice(0, mostOfRule), found.slice(mostOfRule)];
  return h(
    "li",
    {},
    first &&
      h(
        "p",
        {},
        levelTag(first.level),
        " ",
        code(first.rule),
        " ",
        h("span", { class: "type" }, name(first.pack), first.severity && ` · severity ${first.severity}`),
      ),
    h(
      "ul",
      { class: "under" },
      shown.map((one) =>
        h(
          "li",
          {},
          changeLink(links, one.urn),
          h("span", { class: "type" }, " in ", name(one.stack)),
          ": ",
          h("bdi", {}, one.message),
          exceptionOf(one),
        ),
      ),
    ),
    rest.length > 0 &&
      folded(
        `${counted(rest.length)} more`,
        h(
          "p",
          {},
          resourceLinks(
            links,
            rest.map(({ urn }) => urn),
            rest.length,
          ),
        ),
      ),
  );
}

const levelTag = (level: Finding["level"]): Node =>
  h(
    "span",
    { class: `level level-${level === "mandatory" ? "high" : "low"}` },
    level === "mandatory" ? "Mandatory" : "Advisory",
  );

function exceptionOf({ exception }: Found): Child {
  if (!exception) return undefined;
  const { owner, reason, ticket, expires, daysLeft } = exception;
  return h(
    "p",
    { class: "type" },
    "accepted by ",
    name(owner),
    `, ${plural(daysLeft, "day")} left (until ${expires})`,
    ticket && [", ", name(ticket)],
    ": ",
    h("bdi", {}, reason),
  );
}

/** A finding in what is told of one resource. */
export const findingLine = (one: Finding): Node =>
  h("li", {}, levelTag(one.level), " ", code(one.rule), ` ${one.state}: `, h("bdi", {}, one.message), exceptionOf(one));

function notEvaluated({ notEvaluated: all }: Review): Child {
  return (
    all.length > 0 &&
    folded(
      ["Not evaluated, since something is not known yet ", h("span", { class: "amount" }, counted(all.length))],
      h(
        "ul",
        { class: "rows" },
        all.map(({ rule, stack, resources }) =>
          h("li", {}, code(rule), " for ", plural(resources, "resource"), " in ", name(stack)),
        ),
      ),
    )
  );
}

function remediations({ remediations: all }: Review, links: Links): Child {
  return (
    all.length > 0 &&
    folded(
      ["Set by a policy ", h("span", { class: "amount" }, counted(all.length))],
      h(
        "ul",
        { class: "rows" },
        all.map(({ rule, urn, paths }) =>
          h("li", {}, code(rule), " sets ", code(paths.join(", ")), " of ", changeLink(links, urn)),
        ),
      ),
    )
  );
}

/** Exceptions that somebody has to do something about. */
function exceptions({ exceptions: all }: Review): Child {
  const idle = all.filter(({ state }) => state === "refused" || state === "unused");
  return (
    idle.length > 0 &&
    folded(
      ["Exceptions that do nothing ", h("span", { class: "amount" }, counted(idle.length))],
      h(
        "ul",
        { class: "rows" },
        idle.map(({ rule, resource, owner, expires, state }) =>
          h(
            "li",
            {},
            code(rule),
            " of ",
            name(owner),
            " for ",
            name(resource),
            state === "refused" ? `: expired or malformed (until ${expires})` : ": nothing is left for it",
          ),
        ),
      ),
    )
  );
}
