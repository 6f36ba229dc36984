package dev.anabranch.testkit.schema;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.schema.DatabaseSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    return of(schema, new FactWriter(new LogicalText(dialect), name -> true));
  }

  /**
   * Takes a schema apart that is to be compared with one of another product. A constraint that may
   * have its name from the server has none in the result, and is told by what it is about, unless
   * the other schema has one of that name.
   *
   * @param schema as an inspector reads it
   * @param dialect the product
   * @param other the other schema, with all names
   */
  public static LogicalSchema beside(DatabaseSchema schema, Dialect dialect, LogicalSchema other) {
    Set<String> names = new HashSet<>();
    for (Fact fact : other.facts()) {
      names.add(
          fact.aspect().equals(FactWriter.PRIMARY_KEY_NAME)
              ? fact.subject() + " " + fact.value()
              : fact.subject());
    }
    return of(schema, new FactWriter(new LogicalText(dialect), names::contains));
  }

  private static LogicalSchema of(DatabaseSchema schema, FactWriter writer) {
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
