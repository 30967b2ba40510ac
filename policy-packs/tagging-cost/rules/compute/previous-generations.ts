/**
 * Families that AWS calls previous generations, with one that does the same for less.
 *
 * Sources: docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html#previous-gen-instances; for databases
 * docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Types.html, for caches
 * docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html. T2 and the fourth generations are
 * called current there in part, but cost more than their successors for the same work.
 */
export const successors: Readonly<Record<string, string>> = {
  a1: "c7g",
  c1: "c7i",
  c3: "c7i",
  c4: "c7i",
  cc2: "c7i",
  cr1: "r7i",
  d2: "d3",
  g2: "g6",
  g3: "g6",
  g3s: "g6",
  h1: "d3",
  hs1: "d3",
  i2: "i4i",
  i3: "i4i",
  m1: "m7i",
  m2: "r7i",
  m3: "m7i",
  m4: "m7i",
  p2: "g6",
  p3: "g6e",
  r3: "r7i",
  r4: "r7i",
  t1: "t3",
  t2: "t3",
  x1: "x2idn",
  x1e: "x2iedn",
};
