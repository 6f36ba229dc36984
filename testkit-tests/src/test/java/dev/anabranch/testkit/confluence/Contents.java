package dev.anabranch.testkit.confluence;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.Dialects;
import dev.anabranch.engine.StepContents;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.operation.Operation;
import dev.anabranch.revision.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes what revisions do, without files. */
final class Contents {

  private Contents() {}

  static Dialect dialect(String product) {
    return Dialects.load(Contents.class.getClassLoader()).named(product).offline(product);
  }

  /** Returns a revision written in SQL, split as the product does. */
  static StepContents sql(String id, Dialect dialect, String script) {
    List<StepContents.Part> parts = new ArrayList<>();
    dialect
        .splitter()
        .split(script)
        .statements()
        .forEach(
            statement ->
                parts.add(
                    new StepContents.Part(
                        Optional.empty(),
                        new SourceLocation(id + ".sql", statement.line()),
                        List.of(DdlStatement.of(statement.text())))));
    return contents(id, parts);
  }

  /** Returns a revision made of operations, which need not be possible on the product. */
  static StepContents operations(String id, List<Operation> operations) {
    return contents(
        id,
        operations.stream()
            .map(
                operation ->
                    new StepContents.Part(
                        Optional.of(operation), new SourceLocation(id + ".java", 1), List.of()))
            .toList());
  }

  private static StepContents contents(String id, List<StepContents.Part> parts) {
    return new StepContents(id, Direction.UPGRADE, "0".repeat(64), parts, Optional.empty());
  }
}
