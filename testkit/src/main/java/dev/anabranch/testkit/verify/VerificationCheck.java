package dev.anabranch.testkit.verify;

/** What is proved: of each revision, or of the project as a whole. */
public enum VerificationCheck {
  /** The revision can be upgraded, with rows in the tables that are there. */
  UPGRADE("upgrade", Scope.REVISION),
  /** It has a way back, or says why not. */
  WAY_BACK("way back", Scope.REVISION),
  /** It can be downgraded, and the schema is then what it was before. */
  DOWNGRADE("downgrade", Scope.REVISION),
  /** It can be upgraded once more, and the schema is then what it was the first time. */
  SECOND_UPGRADE("second upgrade", Scope.REVISION),
  /** Rows that were there before are there after going up and down. */
  ROWS("rows", Scope.REVISION),
  /** What the downgrade loses is what the revision declares. */
  LOSSES("declared losses", Scope.REVISION),
  /** A check of the user's own. */
  OWN("own check", Scope.REVISION),
  /** The graph has one head, or the heads that are allowed. */
  HEADS("heads", Scope.PROJECT),
  /** The script for the whole way leads where the online run leads. */
  OFFLINE("offline script", Scope.PROJECT),
  /** A downgrade to the base leaves nothing behind. */
  NOTHING_LEFT("nothing left", Scope.PROJECT),
  /** The order of parallel branches makes no difference; made by the package confluence. */
  ORDER("order of branches", Scope.PROJECT),
  /** The revisions lead to the same schema as on the first product. */
  EQUIVALENCE("same on every product", Scope.PROJECT);

  /** Of what a check says something. */
  public enum Scope {
    /** Of one revision. */
    REVISION,
    /** Of the project as a whole. */
    PROJECT
  }

  private final String title;
  private final Scope scope;

  VerificationCheck(String title, Scope scope) {
    this.title = title;
    this.scope = scope;
  }

  /** Returns the name for people, such as {@code second upgrade}. */
  public String title() {
    return title;
  }

  /** Returns of what it says something. */
  public Scope scope() {
    return scope;
  }
}
