package dev.anabranch.engine;

/** How much runs in one transaction. */
public enum TransactionScope {
  /** One transaction for each revision, its version rows and its history entry included. */
  REVISION,
  /** One transaction for the whole run: all of it is done or nothing. */
  ALL,
  /** No transaction: every statement is committed by itself. */
  NONE
}
