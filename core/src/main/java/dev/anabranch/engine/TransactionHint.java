package dev.anabranch.engine;

import dev.anabranch.script.JavaRevisionScript;
import dev.anabranch.script.RevisionScript;

/** Says where an author writes that something runs outside a transaction. */
final class TransactionHint {

  private TransactionHint() {}

  static String outside(RevisionScript script) {
    return script instanceof JavaRevisionScript
        ? "Record it inside op.outsideTransaction(o -> ...); it then runs outside a transaction."
        : "Write \"-- @transaction off\" at the top of the section; it then runs outside a transaction.";
  }

  static String control(RevisionScript script) {
    return script instanceof JavaRevisionScript
        ? "Remove it, or record it inside op.outsideTransaction(o -> ...). Nothing was changed."
        : "Remove it, or write \"-- @transaction off\" at the top of the section. Nothing was changed.";
  }
}
