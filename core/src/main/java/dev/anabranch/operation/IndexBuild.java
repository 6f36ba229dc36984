package dev.anabranch.operation;

/** Whether a table can be written while one of its indexes is built or dropped. */
public enum IndexBuild {
  /** It waits. */
  BLOCKING,
  /** It can; on some products this runs outside a transaction. */
  ONLINE
}
