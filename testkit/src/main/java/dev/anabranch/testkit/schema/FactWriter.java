package dev.anabranch.testkit.schema;

import dev.anabranch.dialect.Capability;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.EnumType;
import dev.anabranch.schema.ExclusionConstraint;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Takes the objects of a schema apart. For one schema and one thread. */
final class FactWriter {

  static final String PRIMARY_KEY_NAME = "primary key name";

  private final LogicalText text;
  private final Predicate<String> counts;
  private final List<Fact> facts = new ArrayList<>();

  /**
   * Creates a writer.
   *
   * @param text words for the product's names and types
   * @param counts which names of constraints, and which indexes, count although they may be from
   *     the server, in words such as {@code table customer unique customer_email_key}
   */
  FactWriter(LogicalText text, Predicate<String> counts) {
    this.text = text;
    this.counts = counts;
  }

  List<Fact> facts() {
    return facts;
  }

  private void add(String subject, String aspect, String value) {
    facts.add(new Fact(subject, aspect, value));
  }

  private void comment(String subject, Optional<String> comment) {
    comment.ifPresent(words -> add(subject, "comment", LogicalText.text(words)));
  }

  private String subject(Table table) {
    return "table " + text.name(table.name());
  }

  void table(Table table) {
    String subject = subject(table);
    add(subject, "columns", text.names(table.columns().stream().map(Column::name).toList()));
    comment(subject, table.comment());
    table.columns().forEach(column -> column(subject, column));
    table.constraints().forEach(constraint -> constraint(table, constraint));
    table.indexes().forEach(index -> index(table, index));
  }

  private void column(String table, Column column) {
    String subject = table + " column " + text.name(column.name());
    add(subject, "column type", text.type(column.type()));
    add(subject, "column nullability", LogicalText.words(column.nullability().name()));
    add(subject, "column value", text.value(column.value()));
    column.collation().ifPresent(name -> add(subject, "column collation", name));
    comment(subject, column.comment());
  }

  private void constraint(Table table, TableConstraint constraint) {
    String kind = subject(table) + " " + constraint.kind().words();
    Optional<String> name =
        constraint
            .name()
            .map(text::name)
            .filter(
                given ->
                    counts.test(kind + " " + given)
                        || !text.dialect().mayHaveNamed(table, constraint));
    if (constraint instanceof PrimaryKey key) {
      add(kind, PRIMARY_KEY_NAME, name.orElse(LogicalText.WITHOUT_NAME));
      add(kind, "key columns", text.names(key.columns()));
      deferrability(kind, key.deferrability());
      return;
    }
    String subject = kind + " " + name.orElseGet(() -> withoutName(constraint));
    if (constraint instanceof UniqueConstraint unique) {
      add(subject, "key columns", text.names(unique.columns()));
      add(subject, "unique nulls", LogicalText.words(unique.nulls().name()));
      deferrability(subject, unique.deferrability());
    } else if (constraint instanceof ForeignKey key) {
      foreignKey(subject, key);
    } else if (constraint instanceof CheckConstraint check) {
      add(subject, "check condition", text.expression(check.condition()));
    } else {
      exclusion(subject, (ExclusionConstraint) constraint);
    }
  }

  // Several of one table are told apart by what they are about.
  private String withoutName(TableConstraint constraint) {
    String about = text.names(constraint.columns());
    if (constraint instanceof ForeignKey key) {
      about += " to " + text.name(key.referredTable());
    } else if (constraint instanceof CheckConstraint check) {
      about = text.expression(check.condition());
    }
    return LogicalText.WITHOUT_NAME + " (" + about + ")";
  }

  private String name(Optional<Identifier> name) {
    return name.map(text::name).orElse(LogicalText.WITHOUT_NAME);
  }

  private void foreignKey(String subject, ForeignKey key) {
    add(subject, "key columns", text.names(key.columns()));
    add(
        subject,
        "foreign key reference",
        text.name(key.referredTable()) + " (" + text.names(key.referredColumns()) + ")");
    ForeignKey.Rules rules = key.rules();
    add(subject, "foreign key on delete", LogicalText.words(rules.onDelete().name()));
    add(subject, "foreign key on update", LogicalText.words(rules.onUpdate().name()));
    add(subject, "foreign key match", LogicalText.words(rules.match().name()));
    deferrability(subject, rules.deferrability());
  }

  private void exclusion(String subject, ExclusionConstraint exclusion) {
    String elements =
        exclusion.elements().stream()
            .map(element -> part(element.part()) + " with " + element.operator())
            .collect(Collectors.joining(", "));
    add(subject, "exclusion", exclusion.method() + " " + elements);
    exclusion.where().ifPresent(where -> add(subject, "exclusion where", text.expression(where)));
    deferrability(subject, exclusion.deferrability());
  }

  private void deferrability(String subject, Deferrability deferrability) {
    if (deferrability != Deferrability.NOT_DEFERRABLE) {
      add(subject, "deferrability", LogicalText.words(deferrability.name()));
    }
  }

  private void index(Table table, Index index) {
    if (isConstraint(index)) {
      UniqueConstraint same =
          new UniqueConstraint(
              index.name(),
              index.columns(),
              UniqueConstraint.Nulls.DISTINCT,
              Deferrability.NOT_DEFERRABLE);
      constraint(table, same);
      return;
    }
    String subject = subject(table) + " index " + name(index.name());
    if (!counts.test(subject) && text.dialect().mayHaveMade(table, index)) {
      return;
    }
    add(
        subject,
        "index keys",
        index.parts().stream().map(this::part).collect(Collectors.joining(", ")));
    add(subject, "index uniqueness", LogicalText.words(index.uniqueness().name()));
    Index.Details details = index.details();
    details.method().ifPresent(method -> add(subject, "index method", method));
    if (!details.include().isEmpty()) {
      add(subject, "index includes", text.names(details.include()));
    }
    details.where().ifPresent(where -> add(subject, "index where", text.expression(where)));
    if (details.visibility() == Index.Visibility.INVISIBLE) {
      add(subject, "index visibility", "invisible");
    }
  }

  // Where the two are one, what a constraint can say is a constraint.
  private boolean isConstraint(Index index) {
    return !text.dialect().has(Capability.UNIQUE_INDEXES)
        && index.uniqueness() == Index.Uniqueness.UNIQUE
        && index.details().equals(Index.Details.none())
        && index.parts().stream()
            .allMatch(
                part -> part.column().map(IndexPart::column).filter(part::equals).isPresent());
  }

  private String part(IndexPart part) {
    StringBuilder words = new StringBuilder();
    words.append(
        part.key() instanceof IndexPart.ColumnKey key
            ? text.name(key.column())
            : "expression " + text.expression(((IndexPart.ExpressionKey) part.key()).expression()));
    part.prefixLength().ifPresent(length -> words.append(" prefix ").append(length));
    part.operatorClass().ifPresent(name -> words.append(" class ").append(name));
    if (part.order() == IndexPart.Order.DESCENDING) {
      words.append(" descending");
    }
    if (part.nulls() != IndexPart.Nulls.AS_BY_DEFAULT) {
      words.append(" nulls ").append(LogicalText.words(part.nulls().name()));
    }
    return words.toString();
  }

  void view(View view) {
    String subject = "view " + text.name(view.name());
    add(subject, "view kind", LogicalText.words(view.kind().name()));
    comment(subject, view.comment());
  }

  void sequence(Sequence sequence) {
    String subject = "sequence " + text.name(sequence.name());
    add(subject, "sequence type", sequence.type().map(text::type).orElse("bigint"));
    add(subject, "sequence options", ("counts" + text.options(sequence.options())));
    comment(subject, sequence.comment());
  }

  void enumType(EnumType type) {
    String subject = "enum type " + text.name(type.name());
    add(subject, "enum values", LogicalText.texts(type.values()));
    type.comment().ifPresent(words -> add(subject, "enum comment", LogicalText.text(words)));
  }

  void other(OtherObject other) {
    add(other.kind() + " " + text.name(other.name()), "definition", other.definition());
  }
}
