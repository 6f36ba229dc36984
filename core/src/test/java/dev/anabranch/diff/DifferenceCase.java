package dev.anabranch.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.operation.Operation;
import dev.anabranch.schema.DatabaseSchema;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Two schemas and what is told of them.
 *
 * @param name what the case is about
 * @param expected what should be there
 * @param actual what is there
 * @param told the differences in words, the same in the words for a way there and back, and the
 *     operations that mend them; with a line of dashes between
 */
record DifferenceCase(String name, DatabaseSchema expected, DatabaseSchema actual, String told) {

  DynamicTest test() {
    return DynamicTest.dynamicTest(name, () -> assertThat(tell()).isEqualTo(told));
  }

  private String tell() {
    List<SchemaDifference> found = SchemaDiffer.compare(expected, actual);
    return lines(found.stream().map(SchemaDifference::describe))
        + "--\n"
        + lines(found.stream().map(difference -> difference.describe(Wording.RETURN)))
        + "--\n"
        + lines(SchemaDiffer.mending(found).stream().map(Operation::describe));
  }

  private static String lines(Stream<String> lines) {
    return lines.map(line -> line + "\n").reduce("", String::concat);
  }
}
