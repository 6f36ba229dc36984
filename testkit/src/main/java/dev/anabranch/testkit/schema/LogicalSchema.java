package dev.anabranch.testkit.schema;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.schema.DatabaseSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a schema means, whatever product it stands on and however that spells it: facts, sorted,
 * each a line that can be compared.
 *
 * @param facts sorted
 */
public record LogicalSchema(List<Fact> facts) {

  /** Copies and sorts the list. */
  public LogicalSchema {
    List<Fact> sorted = new ArrayList<>(facts);
    Collections.sort(sorted);
    facts = List.copyOf(sorted);
  }

  /**
   * Takes a schema apart.
   *
   * @param schema as an author describes it or an inspector reads it
   * @param dialect the product, whose variants and spelling of names are meant
   */
  public static LogicalSchema of(DatabaseSchema schema, Dialect dialect) {
    FactWriter writer = new FactWriter(new LogicalText(dialect));
    schema.tables().forEach(writer::table);
    schema.views().forEach(writer::view);
    schema.sequences().forEach(writer::sequence);
    schema.enumTypes().forEach(writer::enumType);
    schema.others().forEach(writer::other);
    return new LogicalSchema(writer.facts());
  }

  /** Returns the facts as lines. */
  public List<String> lines() {
    return facts.stream().map(Fact::toString).toList();
  }
}
