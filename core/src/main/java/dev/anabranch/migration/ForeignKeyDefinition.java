package dev.anabranch.migration;

import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.ForeignKey.Rules;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.SchemaException;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A foreign key as it is being described. Immutable: each method returns another one. */
public final class ForeignKeyDefinition implements TableElement {

  private final Optional<Identifier> name;
  private final List<Identifier> columns;
  private final @Nullable QualifiedName referredTable;
  private final List<Identifier> referredColumns;
  private final Rules rules;

  private ForeignKeyDefinition(
      Optional<Identifier> name,
      List<Identifier> columns,
      @Nullable QualifiedName referredTable,
      List<Identifier> referredColumns,
      Rules rules) {
    this.name = name;
    this.columns = List.copyOf(columns);
    this.referredTable = referredTable;
    this.referredColumns = List.copyOf(referredColumns);
    this.rules = rules;
  }

  static ForeignKeyDefinition of(List<Identifier> columns) {
    return new ForeignKeyDefinition(Optional.empty(), columns, null, List.of(), Rules.standard());
  }

  /** Names the key. */
  public ForeignKeyDefinition named(String keyName) {
    return new ForeignKeyDefinition(
        Optional.of(Identifier.of(keyName)), columns, referredTable, referredColumns, rules);
  }

  /** Says what the key refers to. */
  public ForeignKeyDefinition references(String table, String... referred) {
    return references(QualifiedName.of(table), Definitions.identifiers(referred));
  }

  /** Says what the key refers to. */
  public ForeignKeyDefinition references(QualifiedName table, List<Identifier> referred) {
    return new ForeignKeyDefinition(name, columns, table, referred, rules);
  }

  /** Says what becomes of a row when the row referred to is deleted. */
  public ForeignKeyDefinition onDelete(ReferentialAction action) {
    return with(new Rules(action, rules.onUpdate(), rules.match(), rules.deferrability()));
  }

  /** Says what becomes of a row when the key referred to is changed. */
  public ForeignKeyDefinition onUpdate(ReferentialAction action) {
    return with(new Rules(rules.onDelete(), action, rules.match(), rules.deferrability()));
  }

  /** Says what a partly null reference means. */
  public ForeignKeyDefinition match(ForeignKey.Match match) {
    return with(new Rules(rules.onDelete(), rules.onUpdate(), match, rules.deferrability()));
  }

  /** Says when the key is checked. */
  public ForeignKeyDefinition deferrability(Deferrability deferrability) {
    return with(new Rules(rules.onDelete(), rules.onUpdate(), rules.match(), deferrability));
  }

  /**
   * Returns the finished key.
   *
   * @throws SchemaException if nothing says what it refers to
   */
  public ForeignKey constraint() {
    if (referredTable == null) {
      throw new SchemaException(
          "Cannot describe the foreign key over " + columns + ": it refers to nothing.",
          "Say references(table, columns).");
    }
    return new ForeignKey(name, columns, referredTable, referredColumns, rules);
  }

  private ForeignKeyDefinition with(Rules changed) {
    return new ForeignKeyDefinition(name, columns, referredTable, referredColumns, changed);
  }
}
