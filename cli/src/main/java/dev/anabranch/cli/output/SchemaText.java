package dev.anabranch.cli.output;

import dev.anabranch.schema.Column;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.EnumType;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.schema.SchemaWords;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a database consists of, in lines for people. */
public final class SchemaText {
  private static final String INDENT = "  ";

  private final List<String> lines = new ArrayList<>();
  private final Style style;

  private SchemaText(Style style) {
    this.style = style;
  }

  /** Returns the lines of a schema, an empty one between two objects. */
  public static List<String> lines(DatabaseSchema schema, Style style) {
    SchemaText text = new SchemaText(style);
    schema.enumTypes().forEach(text::enumType);
    schema.sequences().forEach(text::sequence);
    schema.tables().forEach(text::table);
    schema.views().forEach(text::view);
    schema.others().forEach(text::other);
    return List.copyOf(text.lines);
  }

  private void table(Table table) {
    head("table", table.name().toString(), table.comment());
    TextTable columns = new TextTable();
    for (Column column : table.columns()) {
      columns.row(
          INDENT + column.name(),
          SchemaWords.of(column.type()),
          column.isNullable() ? "" : "not null",
          SchemaWords.of(column.value()),
          column.comment().map(SchemaText::remark).orElse(""));
    }
    lines.addAll(columns.lines());
    for (TableConstraint constraint : table.constraints()) {
      lines.add(INDENT + SchemaWords.of(constraint));
    }
    for (Index index : table.indexes()) {
      lines.add(INDENT + SchemaWords.of(index));
    }
  }

  private void view(View view) {
    head(
        view.kind() == View.Kind.MATERIALIZED ? "materialized view" : "view",
        view.name().toString(),
        view.comment());
    body(view.query().toString());
  }

  private void sequence(Sequence sequence) {
    head("sequence", sequence.name().toString(), sequence.comment());
    String options = SchemaWords.of(sequence.options());
    if (!options.isEmpty()) {
      lines.add(INDENT + options);
    }
  }

  private void enumType(EnumType type) {
    head("enum", type.name() + SchemaWords.texts(type.values()), type.comment());
  }

  private void other(OtherObject other) {
    head(other.kind(), other.name().toString(), Optional.empty());
    body(other.definition());
  }

  private void head(String kind, String name, Optional<String> comment) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(
        style.paint(Style.Ink.YELLOW, kind + " " + name)
            + comment.map(text -> INDENT + remark(text)).orElse(""));
  }

  private void body(String text) {
    text.strip().lines().forEach(line -> lines.add(INDENT + line.stripTrailing()));
  }

  private static String remark(String comment) {
    return "-- " + comment.replaceAll("\\R", " ");
  }
}
