package dev.anabranch.testkit.portability;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.migration.Operations;
import dev.anabranch.migration.RecordedOperation;
import dev.anabranch.migration.RecorderSettings;
import dev.anabranch.operation.Operation;
import dev.anabranch.schema.NamingConvention;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * One thing that can be asked of a database, by example.
 *
 * @param group what it is about, such as {@code Indexes}
 * @param title what is asked for, in a few words
 * @param code how it is written, in short
 * @param given records what has to be there before; every product can do it that can do the rest
 * @param asked records what is asked for
 */
public record OperationSample(
    String group,
    String title,
    String code,
    Consumer<Operations> given,
    Consumer<Operations> asked) {

  /** Checks that all parts are there. */
  public OperationSample {
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(given, "given");
    Objects.requireNonNull(asked, "asked");
  }

  /** Returns what is asked for, on a product. */
  public List<Operation> operations(Dialect dialect) {
    return recorded(dialect, asked);
  }

  /**
   * Returns what a body records.
   *
   * @param dialect the product that it is recorded for
   * @param body records and asks no database
   */
  public static List<Operation> recorded(Dialect dialect, Consumer<Operations> body) {
    Operations op =
        new Operations(
            new RecorderSettings(
                dialect.names(),
                NamingConvention.standard(),
                dialect.style().limit()::fits,
                OperationSample.class.getName()),
            (before, wanted) -> {
              throw new IllegalStateException(wanted + " where there is no database");
            });
    body.accept(op);
    return op.takeRecorded().stream().map(RecordedOperation::operation).toList();
  }

  /** Returns group and title. */
  @Override
  public String toString() {
    return group + ": " + title;
  }
}
