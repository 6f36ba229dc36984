package dev.anabranch.cli.command;

import java.util.Arrays;

/** What a new revision can be written in. */
enum RevisionKind {
  /** A file of SQL. */
  SQL("sql", "Statements in SQL, with sections for dialects where they differ"),
  /** A Java source. */
  JAVA("java", "Operations in Java, which run on every dialect");

  private final String id;
  private final String summary;

  RevisionKind(String id, String summary) {
    this.id = id;
    this.summary = summary;
  }

  /** Returns the word that chooses it. */
  String id() {
    return id;
  }

  /** Returns what it is good for. */
  String summary() {
    return summary;
  }

  static String[] ids() {
    return Arrays.stream(values()).map(RevisionKind::id).toArray(String[]::new);
  }

  static RevisionKind of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst().orElseThrow();
  }
}
