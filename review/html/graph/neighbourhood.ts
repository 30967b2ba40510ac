import type { Row } from "../view/changes";
import type { Links } from "../view/links";

/** A resource in the graph, or a count of those that are left out beside one. */
export interface GraphNode {
  /** The URN; of a count one of its own. */
  readonly key: string;
  /** Position of the change; absent where the resource does not change. */
  readonly index?: number;
  /** How many resources it stands for, where it is a count. */
  readonly more?: number;
}

/** From what a resource was made to the resource. */
export type Edge = readonly [source: string, dependent: string];

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly Edge[];
}

/** Resources that are drawn at once; counts of the rest come on top. */
const mostNodes = 30;
/** Neighbours of one resource in one direction before the rest is counted. */
const mostNeighbours = 6;
/** Steps from what is asked for to what was made of it, and to what it was made from. */
const reach = { down: 3, up: 1 };

/** The changes that a graph begins with: all of a small review that touch another resource, else the most dangerous. */
export function startOf(rows: readonly Row[]): number[] {
  const connected = rows.flatMap(({ dependsOn, dependents, churn }, index) =>
    dependsOn.length + dependents.length > 0 && churn === undefined ? [index] : [],
  );
  if (connected.length <= mostNodes) return connected;
  const withDependents = connected.filter((index) => (rows[index]?.dependents.length ?? 0) > 0);
  return (withDependents.length > 0 ? withDependents : connected).slice(0, mostStarts);
}

/** Resources that a graph of a large review begins with. */
export const mostStarts = 5;

/** What is around some changes: what was made from them, and what they were made from. */
export function neighbourhood(rows: readonly Row[], links: Links, starts: readonly number[]): Graph {
  const walk = new Walk(rows, links);
  walk.from(starts);
  return walk.graph();
}

interface Visit {
  readonly key: string;
  readonly down: number;
  readonly up: number;
}

class Walk {
  private readonly keys = new Set<string>();
  private readonly edges = new Map<string, Edge>();
  private readonly counts: GraphNode[] = [];

  constructor(
    private readonly rows: readonly Row[],
    private readonly links: Links,
  ) {}

  from(starts: readonly number[]): void {
    const queue: Visit[] = starts.flatMap((index) => {
      const urn = this.rows[index]?.urn;
      return urn === undefined ? [] : [{ key: urn, ...reach }];
    });
    for (const { key } of queue) this.keys.add(key);
    for (let at = 0; at < queue.length; at++) {
      const visit = queue[at];
      if (visit) queue.push(...this.visit(visit));
    }
  }

  graph(): Graph {
    const nodes = [...this.keys].map((key): GraphNode => {
      const index = this.links.get(key);
      return index === undefined ? { key } : { key, index };
    });
    return { nodes: [...nodes, ...this.counts], edges: [...this.edges.values()] };
  }

  private visit({ key, down, up }: Visit): Visit[] {
    const row = this.rowOf(key);
    if (row === undefined) return [];
    const dependents = this.neighbours(key, row.dependents, "down", down > 0);
    const sources = this.neighbours(key, row.dependsOn, "up", up > 0);
    return [
      ...dependents.map((one) => ({ key: one, down: down - 1, up: 0 })),
      ...sources.map((one) => ({ key: one, down: 0, up: up - 1 })),
    ];
  }

  /** Joins a resource with its neighbours, and tells those that were not come to before. */
  private neighbours(key: string, urns: readonly string[], direction: "down" | "up", follow: boolean): string[] {
    const found: string[] = [];
    let left = 0;
    const ordered = [...urns].sort((a, b) => this.rank(a) - this.rank(b));
    for (const urn of ordered) {
      const isKnown = this.keys.has(urn);
      const fits = follow && found.length < mostNeighbours && this.keys.size < mostNodes;
      if (!isKnown && !fits) {
        left++;
        continue;
      }
      if (!isKnown) {
        this.keys.add(urn);
        found.push(urn);
      }
      this.join(direction === "down" ? [key, urn] : [urn, key]);
    }
    if (left > 0 && (direction === "down" || follow)) {
      const count = `${key} ${direction}`;
      this.counts.push({ key: count, more: left });
      this.join(direction === "down" ? [key, count] : [count, key]);
    }
    return found;
  }

  private join(edge: Edge): void {
    this.edges.set(edge.join("\n"), edge);
  }

  /** Changes are in the order of danger; what does not change comes last. */
  private rank = (urn: string): number => this.links.get(urn) ?? this.rows.length;

  private rowOf(urn: string): Row | undefined {
    const index = this.links.get(urn);
    return index === undefined ? undefined : this.rows[index];
  }
}
