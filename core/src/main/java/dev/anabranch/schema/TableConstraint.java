package dev.anabranch.schema;

import dev.anabranch.sql.Identifier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A rule that every row of a table keeps. Its name is unique within the table at least. */
public sealed interface TableConstraint
    permits PrimaryKey, UniqueConstraint, ForeignKey, CheckConstraint, ExclusionConstraint {

  /** The kinds of constraints. */
  enum Kind {
    /** The key that tells rows apart. */
    PRIMARY_KEY,
    /** No two rows with the same values. */
    UNIQUE,
    /** Every row refers to one that is there. */
    FOREIGN_KEY,
    /** A condition holds in every row. */
    CHECK,
    /** No two rows that an operator calls a conflict. */
    EXCLUSION;

    /** Returns the words for messages, such as {@code foreign key}. */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Returns the name; empty until a naming convention gives one. */
  Optional<Identifier> name();

  /** Returns the columns of this table that the rule names; empty for conditions. */
  List<Identifier> columns();

  /** Returns which kind of rule it is. */
  Kind kind();

  /** Returns the same rule under a name. */
  TableConstraint withName(Identifier name);
}
