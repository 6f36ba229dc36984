package dev.anabranch.testkit.confluence;

/**
 * What a revision does to one object.
 *
 * @param object the object
 * @param kind what it does
 * @param certainty whether it surely does
 * @param detail what the object is changed to, as {@code aspect=value}; empty where that is not
 *     known
 * @param noun what the object is for people, such as {@code view}
 */
record Access(SchemaObject object, Kind kind, Certainty certainty, String detail, String noun) {

  /** What is done. */
  enum Kind {
    /** It has to be there, or what it holds is looked at. */
    READ("uses", "use"),
    /** Something is added to it that leaves the rest alone. */
    APPEND("adds to", "add to"),
    /** A part of it is changed that leaves additions alone. */
    CHANGE("changes", "change"),
    /** It is changed. */
    WRITE("changes", "change"),
    /** It is created. */
    CREATE("creates", "create"),
    /** It is dropped. */
    DROP("drops", "drop");

    private final String verb;
    private final String infinitive;

    Kind(String verb, String infinitive) {
      this.verb = verb;
      this.infinitive = infinitive;
    }

    String verb() {
      return verb;
    }

    String infinitive() {
      return infinitive;
    }
  }

  /** The aspect of what is dropped only by its name. */
  static final String RENAMED = "renamed";

  /** How sure it is. */
  enum Certainty {
    /** It is written so. */
    CERTAIN,
    /** It may be, or follows from something else. */
    POSSIBLE
  }

  boolean isCertain() {
    return certainty == Certainty.CERTAIN;
  }

  /** Returns whether what is dropped is still there under another name. */
  boolean isRenaming() {
    return kind == Kind.DROP && aspect().equals(RENAMED);
  }

  /** Returns the part of the detail that says what of the object is changed. */
  String aspect() {
    int at = detail.indexOf('=');
    return at < 0 ? "" : detail.substring(0, at);
  }

  String words() {
    return object.words(noun);
  }
}
