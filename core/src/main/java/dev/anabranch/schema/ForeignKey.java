package dev.anabranch.schema;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Every row refers to a row of a table, or to none where a column is null.
 *
 * @param name its name; empty until a naming convention gives one
 * @param columns the referring columns, at least one, in order
 * @param referredTable the table referred to
 * @param referredColumns the columns referred to, as many as {@code columns}
 * @param rules what happens to the row referred to
 */
public record ForeignKey(
    Optional<Identifier> name,
    List<Identifier> columns,
    QualifiedName referredTable,
    List<Identifier> referredColumns,
    Rules rules)
    implements TableConstraint {

  /** What a partly null reference means. */
  public enum Match {
    /** It refers to nothing. */
    SIMPLE,
    /** It is refused. */
    FULL
  }

  /**
   * How a reference behaves.
   *
   * @param onDelete when the row referred to is deleted
   * @param onUpdate when its key is changed
   * @param match what a partly null reference means
   * @param deferrability when it is checked
   */
  public record Rules(
      ReferentialAction onDelete,
      ReferentialAction onUpdate,
      Match match,
      Deferrability deferrability) {

    private static final Rules STANDARD =
        new Rules(
            ReferentialAction.NO_ACTION,
            ReferentialAction.NO_ACTION,
            Match.SIMPLE,
            Deferrability.NOT_DEFERRABLE);

    /** Checks that all parts are there. */
    public Rules {
      Objects.requireNonNull(onDelete, "onDelete");
      Objects.requireNonNull(onUpdate, "onUpdate");
      Objects.requireNonNull(match, "match");
      Objects.requireNonNull(deferrability, "deferrability");
    }

    /** Returns the rules of a reference that says nothing. */
    public static Rules standard() {
      return STANDARD;
    }
  }

  /** Copies the lists and checks them. */
  public ForeignKey {
    Objects.requireNonNull(name, "name");
    columns = Columns.require("a foreign key", columns);
    Objects.requireNonNull(referredTable, "referredTable");
    referredColumns = Columns.require("a foreign key to " + referredTable, referredColumns);
    Objects.requireNonNull(rules, "rules");
    if (columns.size() != referredColumns.size()) {
      throw new SchemaException(
          "Cannot describe a foreign key to %s: it has %d columns and refers to %d."
              .formatted(referredTable, columns.size(), referredColumns.size()),
          null);
    }
  }

  @Override
  public Kind kind() {
    return Kind.FOREIGN_KEY;
  }

  @Override
  public ForeignKey withName(Identifier name) {
    return new ForeignKey(Optional.of(name), columns, referredTable, referredColumns, rules);
  }
}
