package dev.anabranch.testkit.portability;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.testkit.schema.Fact;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One way in which what a server has may differ from what was asked for.
 *
 * @param where on which products
 * @param aspect of which facts
 * @param asked what was asked for: a regular expression over the value of a fact, or a part of it
 * @param read what the server has instead, with {@code $1} for groups; empty if the fact is not
 *     compared there
 * @param reason why that is so
 */
public record AllowedDifference(
    Where where, String aspect, Pattern asked, Optional<String> read, String reason) {

  /** On which products. */
  public sealed interface Where {

    /** Returns whether a product is meant. */
    boolean covers(Dialect dialect);

    /** Some products by name, or by the name of their family. */
    record Products(List<String> names) implements Where {
      /** Copies the list. */
      public Products {
        names = List.copyOf(names);
      }

      @Override
      public boolean covers(Dialect dialect) {
        return dialect.names().stream().anyMatch(names::contains);
      }
    }

    /** Every product that lacks something. */
    record Without(Capability capability) implements Where {
      /** Checks that it is named. */
      public Without {
        Objects.requireNonNull(capability, "capability");
      }

      @Override
      public boolean covers(Dialect dialect) {
        return !dialect.has(capability);
      }
    }
  }

  /** Checks that all parts are there. */
  public AllowedDifference {
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(aspect, "aspect");
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(read, "read");
    Objects.requireNonNull(reason, "reason");
  }

  /** Returns whether a fact is asked for that a product has otherwise. */
  boolean concerns(Fact fact) {
    return fact.aspect().equals(aspect) && asked.matcher(fact.value()).find();
  }

  /** Returns the fact as a product has it. */
  Fact applied(Fact fact) {
    return fact.withValue(asked.matcher(fact.value()).replaceAll(read.orElse("")));
  }
}
