import { type Child, h, type Node } from "./node";
import { counted } from "./words";

/** A part of the page with its own heading, which the list of contents leads to. */
export interface Part {
  readonly id: string;
  readonly title: string;
  /** How many there are of what the part tells. */
  readonly count?: number;
  /** Whether something in it stops the change, or needs a look before all else. */
  readonly urgent?: boolean;
  readonly content: Child;
}

export const partView = ({ id, title, count, content }: Part): Node =>
  h(
    "section",
    { id, "aria-labelledby": `${id}-title` },
    h("h2", { id: `${id}-title` }, title, count !== undefined && [" ", h("span", { class: "amount" }, counted(count))]),
    content,
  );

export const contents = (parts: readonly Part[]): Node =>
  h(
    "nav",
    { class: "contents", "aria-label": "Contents" },
    h(
      "ul",
      {},
      parts.map(({ id, title, count, urgent }) =>
        h(
          "li",
          { class: urgent && "urgent" },
          h(
            "a",
            { href: `#${id}` },
            title,
            count !== undefined && [" ", h("span", { class: "amount" }, counted(count))],
          ),
        ),
      ),
    ),
  );
