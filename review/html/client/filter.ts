import { choices, dangers, everything, type Searched, type Selection } from "../select";
import { h, type Node as ViewNode } from "../view/node";
import { counted, levelWords, operations, sectionWords } from "../view/words";
import { byId, elements } from "./elements";

const fields = ["text", "stack", "op", "danger", "component", "owner"] as const;

const dangerWords: Readonly<Record<string, string>> = { any: "Any danger", ...sectionWords, ...levelWords };
const operationWords: Readonly<Record<string, { word: string }>> = operations;

/** The fields by which the table is filtered. */
export class FilterForm {
  private readonly form = byId("filter");
  private readonly churn: number;

  constructor(
    all: readonly Searched[],
    private readonly onChange: (selection: Partial<Selection>) => void,
  ) {
    this.churn = all.filter(({ row }) => row.churn !== undefined).length;
    this.form.append(elements(this.view(all)));
    this.form.addEventListener("input", () => this.onChange(this.selection()));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("click", ({ target }) => {
      if (!(target instanceof HTMLButtonElement)) return;
      this.onChange(everything);
      this.show(everything);
      this.focus();
    });
  }

  focus(): void {
    this.field("text").focus();
  }

  /** Puts a selection into the fields. */
  show(selection: Selection): void {
    for (const name of fields) this.field(name).value = selection[name];
    const churn = document.getElementById("filter-churn");
    if (churn instanceof HTMLInputElement) churn.checked = selection.churn;
  }

  private selection(): Partial<Selection> {
    const values = Object.fromEntries(fields.map((name) => [name, this.field(name).value]));
    const churn = document.getElementById("filter-churn");
    return { ...values, churn: churn instanceof HTMLInputElement && churn.checked };
  }

  private field(name: string): HTMLInputElement | HTMLSelectElement {
    const field = byId(`filter-${name}`);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) return field;
    throw new Error(`filter-${name} is no field`);
  }

  private view(all: readonly Searched[]): ViewNode {
    const { stack, op, component, owner } = choices(all);
    return h(
      "form",
      { class: "filter", role: "search", "aria-label": "Filter the changes" },
      labelled(
        "text",
        "Search",
        h("input", {
          id: "filter-text",
          type: "search",
          autocomplete: "off",
          "aria-keyshortcuts": "/",
          placeholder: "Name, type, component, danger",
        }),
      ),
      choice(
        "stack",
        "Stack",
        stack.map((value) => [value, value]),
      ),
      choice(
        "op",
        "Operation",
        op.map((value) => [value, operationWords[value]?.word ?? value]),
      ),
      choice(
        "danger",
        "Danger",
        dangers.map((value) => [value, dangerWords[value] ?? value]),
      ),
      choice(
        "component",
        "Component",
        component.map((value) => [value, value]),
      ),
      choice(
        "owner",
        "Owner",
        owner.map((value) => [value, value]),
      ),
      this.churn > 0 &&
        h(
          "div",
          { class: "check" },
          h("input", { id: "filter-churn", type: "checkbox" }),
          h(
            "label",
            { for: "filter-churn" },
            `Also show ${counted(this.churn)} of churn: hashes, order, what is not known yet`,
          ),
        ),
      h("button", { type: "button" }, "Show all"),
    );
  }
}

const labelled = (id: string, title: string, field: ViewNode): ViewNode =>
  h("div", { class: `field field-${id}` }, h("label", { for: `filter-${id}` }, title), field);

/** A field of one value only is no choice, but stays where it is so that an address with it works. */
const choice = (id: string, title: string, values: readonly (readonly [value: string, title: string])[]): ViewNode =>
  labelled(
    id,
    title,
    h(
      "select",
      { id: `filter-${id}` },
      h("option", { value: "" }, "All"),
      values.map(([value, text]) => h("option", { value }, text)),
    ),
  );
