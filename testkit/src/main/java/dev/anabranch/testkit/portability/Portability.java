package dev.anabranch.testkit.portability;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.testkit.schema.Fact;
import dev.anabranch.testkit.schema.LogicalSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The reviewed list of what products do differently, and what follows from it: the schema that is
 * expected of a product where another was asked for.
 *
 * <p>Whoever adds to the list says why the server can do no better. What a product cannot do at all
 * is no difference but a {@link Capability} that it lacks.
 */
public final class Portability {

  /** The pattern of a difference that does not look at what was asked for. */
  static final String ANYTHING = ".*";

  private static final String POSTGRESQL = "postgresql";
  private static final String H2 = "h2";
  private static final String MYSQL = "mysql";
  private static final String ORACLE = "oracle";

  private static final List<AllowedDifference> DIFFERENCES =
      List.of(
          without(
              Capability.NAMED_PRIMARY_KEYS,
              "primary key name",
              "The server gives every primary key the same name."),
          without(
              Capability.ENUM_TYPES,
              "enum values",
              "The values stand in each column; there is no type beside them."),
          on(
              List.of(MYSQL, ORACLE),
              "foreign key on delete",
              "^restrict$",
              "no action",
              "Both refuse at once; which of them was said is not kept alike."),
          on(
              List.of(ORACLE),
              "column type",
              "^(?:var)?binary\\(16\\)$",
              "uuid",
              "A uuid is RAW(16), as 16 bytes are."),
          on(
              List.of(ORACLE),
              "column type",
              "^binary\\((\\d+)\\)$",
              "varbinary($1)",
              "RAW has one length, up to which it goes."),
          on(
              List.of(ORACLE),
              "column type",
              "^numeric\\(5, 0\\)$",
              "smallint",
              "Whole numbers are NUMBER with 5, 10 and 19 digits."),
          on(
              List.of(ORACLE),
              "column type",
              "^numeric\\(10, 0\\)$",
              "integer",
              "Whole numbers are NUMBER with 5, 10 and 19 digits."),
          on(
              List.of(ORACLE),
              "column type",
              "^numeric\\(19, 0\\)$",
              "bigint",
              "Whole numbers are NUMBER with 5, 10 and 19 digits."),
          on(
              List.of(ORACLE),
              "sequence options",
              " start -?\\d+",
              "",
              "The dictionary keeps where a sequence stands, not where it began."),
          on(
              List.of(MYSQL),
              "foreign key on update",
              "^restrict$",
              "no action",
              "Both refuse at once; which of them was said is not kept alike."),
          on(
              List.of(H2),
              "index keys",
              "(?<! descending) nulls first",
              "",
              "Nulls stand in front in ascending order unless something else is said."),
          on(
              List.of(H2),
              "index keys",
              " descending nulls last",
              " descending",
              "Nulls stand behind in descending order unless something else is said."),
          on(
              List.of(POSTGRESQL),
              "column type",
              "^(var)?binary\\(\\d+\\)$",
              "blob",
              "There is one type for bytes, bytea, and it knows no length."),
          on(
              List.of(POSTGRESQL),
              "index keys",
              "(?<! descending) nulls last",
              "",
              "Nulls stand behind in ascending order unless something else is said."),
          on(
              List.of(POSTGRESQL),
              "index keys",
              " descending nulls first",
              " descending",
              "Nulls stand in front in descending order unless something else is said."));

  private Portability() {}

  private static AllowedDifference on(
      List<String> products, String aspect, String asked, String read, String reason) {
    return new AllowedDifference(
        new AllowedDifference.Where.Products(products),
        aspect,
        Pattern.compile(asked),
        Optional.of(read),
        reason);
  }

  private static AllowedDifference without(Capability capability, String aspect, String reason) {
    return new AllowedDifference(
        new AllowedDifference.Where.Without(capability),
        aspect,
        Pattern.compile(ANYTHING, Pattern.DOTALL),
        Optional.empty(),
        reason);
  }

  /** Returns the differences that are allowed. */
  public static List<AllowedDifference> differences() {
    return DIFFERENCES;
  }

  /**
   * What is expected of a product.
   *
   * @param schema the schema that it has to have
   * @param used the differences that were made use of
   */
  public record Expectation(LogicalSchema schema, Set<AllowedDifference> used) {}

  /**
   * Returns what a product has to have where a schema was asked for.
   *
   * @param asked what was asked for
   * @param dialect the product
   */
  public static Expectation expected(LogicalSchema asked, Dialect dialect) {
    Set<AllowedDifference> used = new LinkedHashSet<>();
    List<Fact> facts = new ArrayList<>();
    for (Fact each : asked.facts()) {
      Fact fact = each;
      boolean compared = true;
      for (AllowedDifference difference : DIFFERENCES) {
        if (difference.where().covers(dialect) && difference.concerns(fact)) {
          used.add(difference);
          compared &= difference.read().isPresent();
          fact = difference.applied(fact);
        }
      }
      if (compared) {
        facts.add(fact);
      }
    }
    return new Expectation(new LogicalSchema(facts), used);
  }

  /**
   * Returns what a product has, without the facts that are not compared there.
   *
   * @param read what its inspector read
   * @param dialect the product
   */
  public static LogicalSchema compared(LogicalSchema read, Dialect dialect) {
    return new LogicalSchema(
        read.facts().stream()
            .filter(
                fact ->
                    DIFFERENCES.stream()
                        .noneMatch(
                            difference ->
                                difference.read().isEmpty()
                                    && difference.where().covers(dialect)
                                    && difference.concerns(fact)))
            .toList());
  }
}
