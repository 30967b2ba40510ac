import { everything, hashOf, type Searched, type Selection, select, sortKeys } from "../select";
import { changeRow } from "../view/changes";
import { detailRow } from "../view/detail";
import type { Links } from "../view/links";
import { h } from "../view/node";
import { counted, plural } from "../view/words";
import type { Details } from "./details";
import { byId, elements } from "./elements";

/** Rows that are added at once. */
const chunk = 100;

/** The table of all changes: as much of the selection as somebody has come to. */
export class ChangesTable {
  private readonly table = byId("table");
  private readonly body: HTMLElement;
  private readonly more: HTMLButtonElement;
  private readonly rest: HTMLButtonElement;
  private selection: Selection = everything;
  private found: readonly number[] = [];
  private shown = 0;

  constructor(
    private readonly all: readonly Searched[],
    private readonly links: Links,
    private readonly details: Details,
  ) {
    const body = this.table.querySelector("tbody");
    if (!body) throw new Error("the table of changes has no body");
    this.body = body;
    this.more = moreButton(() => this.add(this.shown + chunk));
    this.rest = moreButton(() => this.add(this.found.length));
    this.makeSortable();
    this.body.addEventListener("click", (event) => this.onClick(event));
    this.body.addEventListener("keydown", (event) => this.onKey(event));
    window.addEventListener("beforeprint", () => this.add(this.found.length));
  }

  /** Shows what is selected, and keeps it in the address where `keep`. */
  show(selection: Selection, keep: boolean): void {
    this.selection = selection;
    this.found = select(this.all, selection);
    this.shown = 0;
    this.body.replaceChildren();
    this.add(chunk);
    this.tellOrder();
    if (keep) history.replaceState(null, "", hashOf(selection));
  }

  get selected(): Selection {
    return this.selection;
  }

  /** Opens the row of a change, wherever it is. */
  open(index: number): void {
    if (!this.found.includes(index)) this.show({ ...everything, churn: true }, false);
    this.add(this.found.indexOf(index) + 1);
    const button = this.body.querySelector(`tr[data-index="${index}"] button`);
    if (!(button instanceof HTMLButtonElement)) return;
    if (button.getAttribute("aria-expanded") === "false") this.toggle(button);
    button.scrollIntoView({ block: "start" });
    button.focus({ preventScroll: true });
  }

  private add(until: number): void {
    const next = this.found.slice(this.shown, until);
    const rows = next.flatMap((index) => {
      const row = this.all[index]?.row;
      return row ? [changeRow(row, index, true)] : [];
    });
    this.body.append(elements(rows));
    this.shown += next.length;
    const left = this.found.length - this.shown;
    this.more.hidden = left === 0;
    this.rest.hidden = left <= chunk;
    this.more.textContent = `Show ${counted(Math.min(chunk, left))} more`;
    this.rest.textContent = `Show all ${counted(this.found.length)}`;
    this.tellCount();
  }

  private tellCount(): void {
    const [found, all] = [this.found.length, this.all.length];
    const part = found < all ? `${counted(found)} of ${plural(all, "change")}` : plural(all, "change");
    const hidden = this.selection.churn ? 0 : this.all.filter(({ row }) => row.churn !== undefined).length;
    byId("shown").textContent = hidden > 0 ? `${part}; ${counted(hidden)} of churn left out` : part;
  }

  private makeSortable(): void {
    for (const head of this.table.querySelectorAll<HTMLElement>("thead th")) {
      const key = sortKeys.find((one) => one === head.dataset.key);
      if (key === undefined) continue;
      const title = head.textContent ?? "";
      head.replaceChildren(elements(h("button", { type: "button", class: "sort" }, title)));
      head.addEventListener("click", () => {
        const reversed = this.selection.sort === key && !this.selection.reversed;
        this.show({ ...this.selection, sort: key, reversed }, true);
      });
    }
  }

  private tellOrder(): void {
    const { sort, reversed } = this.selection;
    for (const head of this.table.querySelectorAll<HTMLElement>("thead th")) {
      if (head.dataset.key === sort) head.setAttribute("aria-sort", reversed ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
  }

  private onClick({ target }: Event): void {
    // A click on a link, or in what is opened, is not meant for the row.
    if (!(target instanceof Element) || target.closest("a, .detail")) return;
    const button = target.closest("tr")?.querySelector("button");
    if (button && getSelection()?.isCollapsed !== false) this.toggle(button);
  }

  private toggle(button: HTMLButtonElement): void {
    const row = button.closest("tr");
    const index = Number(row?.dataset.index);
    const change = this.all[index]?.row;
    if (!row || !change) return;
    const isOpen = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", String(!isOpen));
    if (isOpen) row.nextElementSibling?.remove();
    else row.after(elements(detailRow(change, index, this.details.of(index, change.urn), this.links)));
  }

  /** Up and down go from row to row, Escape closes what is open. */
  private onKey(event: KeyboardEvent): void {
    const { target, key } = event;
    if (!(target instanceof HTMLButtonElement) || !target.matches(".open")) return;
    if (key === "Escape" && target.getAttribute("aria-expanded") === "true") this.toggle(target);
    if (key !== "ArrowDown" && key !== "ArrowUp") return;
    event.preventDefault();
    const buttons = [...this.body.querySelectorAll<HTMLButtonElement>("button.open")];
    const next = buttons[buttons.indexOf(target) + (key === "ArrowDown" ? 1 : -1)];
    next?.focus();
  }
}

function moreButton(onClick: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.addEventListener("click", onClick);
  byId("rest").append(button);
  return button;
}
