package dev.anabranch.cli.output;

import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.ExclusionConstraint;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.SchemaWords;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a database consists of, as JSON; the reference of JSON output tells the form. */
public final class SchemaJson {
  private SchemaJson() {}

  /** Writes the members of a schema. */
  public static void write(JsonWriter json, DatabaseSchema schema) throws IOException {
    json.objects("tables", schema.tables(), table -> table(json, table))
        .objects("views", schema.views(), view -> view(json, view))
        .objects(
            "sequences",
            schema.sequences(),
            sequence -> {
              name(json, sequence.name())
                  .text("type", sequence.type().map(SchemaWords::of))
                  .text("options", SchemaWords.of(sequence.options()))
                  .text("comment", sequence.comment());
            })
        .objects(
            "enumTypes",
            schema.enumTypes(),
            type ->
                name(json, type.name())
                    .texts("values", type.values())
                    .text("comment", type.comment()))
        .objects(
            "others",
            schema.others(),
            other ->
                name(json.text("kind", other.kind()), other.name())
                    .text("definition", other.definition()));
  }

  private static JsonWriter name(JsonWriter json, QualifiedName name) throws IOException {
    return json.text("schema", name.schema().map(Identifier::value))
        .text("name", name.name().value());
  }

  private static void table(JsonWriter json, Table table) throws IOException {
    name(json, table.name())
        .text("comment", table.comment())
        .objects("columns", table.columns(), column -> column(json, column))
        .objects("constraints", table.constraints(), each -> constraint(json, each))
        .objects("indexes", table.indexes(), index -> index(json, index));
    options(json, table.options().values());
  }

  private static void column(JsonWriter json, Column column) throws IOException {
    json.text("name", column.name().value())
        .text("type", SchemaWords.of(column.type()))
        .bool("nullable", column.isNullable())
        .text("value", SchemaWords.of(column.value()))
        .text("comment", column.comment())
        .text("collation", column.collation());
    options(json, column.options().values());
  }

  private static void constraint(JsonWriter json, TableConstraint constraint) throws IOException {
    json.text("kind", constraint.kind().words())
        .text("name", constraint.name().map(Identifier::value))
        .texts("columns", names(constraint.columns()))
        .text("definition", SchemaWords.of(constraint));
    if (constraint instanceof ForeignKey key) {
      json.text("referredSchema", key.referredTable().schema().map(Identifier::value))
          .text("referredTable", key.referredTable().name().value())
          .texts("referredColumns", names(key.referredColumns()))
          .text("onDelete", lower(key.rules().onDelete()))
          .text("onUpdate", lower(key.rules().onUpdate()));
    } else if (constraint instanceof CheckConstraint check) {
      json.text("condition", check.condition().toString());
    } else if (constraint instanceof ExclusionConstraint exclusion) {
      json.text("method", exclusion.method());
    }
  }

  private static void index(JsonWriter json, Index index) throws IOException {
    json.text("name", index.name().map(Identifier::value))
        .bool("unique", index.isUnique())
        .objects("parts", index.parts(), part -> part(json, part))
        .text("method", index.details().method())
        .texts("include", names(index.details().include()))
        .text("where", index.details().where().map(Object::toString))
        .bool("visible", index.details().visibility() == Index.Visibility.VISIBLE);
    options(json, index.details().options().values());
  }

  private static void part(JsonWriter json, IndexPart part) throws IOException {
    json.text("column", part.column().map(Identifier::value))
        .text(
            "expression",
            part.key() instanceof IndexPart.ExpressionKey key
                ? Optional.of(key.expression().toString())
                : Optional.empty())
        .text("order", lower(part.order()))
        .text("nulls", lower(part.nulls()));
    if (part.prefixLength().isPresent()) {
      json.number("prefixLength", part.prefixLength().getAsInt());
    }
    json.text("operatorClass", part.operatorClass());
  }

  private static void view(JsonWriter json, View view) throws IOException {
    name(json, view.name())
        .bool("materialized", view.kind() == View.Kind.MATERIALIZED)
        .texts("columns", names(view.columns()))
        .text("query", view.query().toString())
        .text("comment", view.comment());
  }

  private static void options(JsonWriter json, Map<String, Map<String, String>> options)
      throws IOException {
    json.object(
        "options",
        options,
        all -> {
          for (Map.Entry<String, Map<String, String>> dialect : all.entrySet()) {
            json.object(
                dialect.getKey(),
                dialect.getValue(),
                own -> {
                  for (Map.Entry<String, String> option : own.entrySet()) {
                    json.text(option.getKey(), option.getValue());
                  }
                });
          }
        });
  }

  private static List<String> names(List<Identifier> names) {
    return names.stream().map(Identifier::value).toList();
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
