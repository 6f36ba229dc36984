package dev.anabranch.diff;

/** In what a thing that is on both sides differs. */
public enum Aspect {
  /** What it is called. */
  NAME(Style.PLAIN),
  /** The type of a column or sequence. */
  TYPE(Style.PLAIN),
  /** Whether a column may be null. */
  NULLABILITY(Style.BARE),
  /** The default of a column. */
  DEFAULT(Style.PLAIN),
  /** How a column counts by itself. */
  IDENTITY(Style.PLAIN),
  /** How a column is computed. */
  COMPUTATION(Style.PLAIN),
  /** Where a column's value comes from, when that is of another kind. */
  VALUE(Style.PLAIN),
  /** What people say of it. */
  COMMENT(Style.QUOTED),
  /** The order of a column's texts. */
  COLLATION(Style.PLAIN),
  /** What only some products know of it; the difference names which option. */
  OPTION(Style.QUOTED),
  /** The order of a table's columns, of those that are on both sides. */
  COLUMN_ORDER(Style.PLAIN),
  /** The columns or expressions of a key or index, or the columns of a view. */
  COLUMNS(Style.PLAIN, "column list"),
  /** The columns that an index holds without sorting by them. */
  INCLUDED_COLUMNS(Style.PLAIN, "included column list"),
  /** What a foreign key refers to. */
  REFERENCE(Style.PLAIN),
  /** What happens when the row referred to is deleted. */
  ON_DELETE(Style.PLAIN),
  /** What happens when the key referred to is changed. */
  ON_UPDATE(Style.PLAIN),
  /** What a partly null reference means. */
  MATCH(Style.PLAIN),
  /** When a constraint is checked. */
  DEFERRABILITY(Style.BARE),
  /** Whether two nulls are the same. */
  NULLS(Style.PLAIN, "comparison of nulls"),
  /** What a check demands, or which rows an index or constraint is for. */
  CONDITION(Style.QUOTED),
  /** The method of an index. */
  METHOD(Style.PLAIN),
  /** Whether two rows may have the same key in an index. */
  UNIQUENESS(Style.BARE),
  /** Whether the server plans queries with an index. */
  VISIBILITY(Style.BARE),
  /** Whether the rows of a view are stored. */
  KIND(Style.BARE),
  /** The query of a view. */
  QUERY(Style.QUOTED),
  /** The texts of an enum type. */
  VALUES(Style.PLAIN, "value list"),
  /** The first number of a sequence. */
  START(Style.PLAIN),
  /** The step of a sequence. */
  INCREMENT(Style.PLAIN),
  /** The smallest number of a sequence. */
  MINIMUM(Style.PLAIN),
  /** The largest number of a sequence. */
  MAXIMUM(Style.PLAIN),
  /** How many numbers of a sequence the server takes at once. */
  CACHE(Style.PLAIN),
  /** What a sequence does behind its last number. */
  WRAP(Style.PLAIN),
  /** The text of what no operation models. */
  DEFINITION(Style.QUOTED);

  /** How the aspect and its values stand in a sentence. */
  enum Style {
    /** As they are: {@code type is text}. */
    PLAIN,
    /** With the values between quotes: {@code comment is "all of them"}. */
    QUOTED,
    /** Without the aspect, since the values say it: {@code is not null}. */
    BARE
  }

  private final Style style;
  private final String words;

  Aspect(Style style) {
    this.style = style;
    this.words = Words.lower(this);
  }

  Aspect(Style style, String words) {
    this.style = style;
    this.words = words;
  }

  Style style() {
    return style;
  }

  /** Returns the words for messages, such as {@code column order}. */
  public String words() {
    return words;
  }
}
