package dev.anabranch.testkit.verify;

import dev.anabranch.testkit.schema.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells what one of two products has not at all by one difference, instead of by one for each thing
 * that the other knows of it.
 */
final class MissingObjects {

  private static final String COLUMNS = "columns";

  private final Set<String> onOne;
  private final Set<String> onOther;

  /**
   * Looks at two products.
   *
   * @param one what the one has
   * @param other what the other one has
   */
  MissingObjects(Collection<Fact> one, Collection<Fact> other) {
    this.onOne = subjects(one);
    this.onOther = subjects(other);
  }

  private static Set<String> subjects(Collection<Fact> facts) {
    return facts.stream().map(Fact::subject).collect(Collectors.toSet());
  }

  /** Returns the differences with those of one missing thing made one, in the same order. */
  List<ProductDifference> together(List<ProductDifference> found) {
    Set<String> missing = new LinkedHashSet<>();
    for (ProductDifference each : found) {
      if (!onOne.contains(each.subject()) || !onOther.contains(each.subject())) {
        missing.add(each.subject());
      }
    }
    List<ProductDifference> together = new ArrayList<>();
    Set<String> told = new LinkedHashSet<>();
    for (ProductDifference each : found) {
      String subject = each.subject();
      if (!missing.contains(subject)) {
        if (!followsFrom(each, missing)) {
          together.add(each);
        }
      } else if (missing.stream().noneMatch(owner -> subject.startsWith(owner + " "))
          && told.add(subject)) {
        together.add(whole(each));
      }
    }
    return together;
  }

  // The list of columns is another one for each column that is missing.
  private static boolean followsFrom(ProductDifference difference, Set<String> missing) {
    return difference.aspect().equals(COLUMNS)
        && common(difference.subject(), difference.onOne(), missing)
            .equals(common(difference.subject(), difference.onOther(), missing));
  }

  private static List<String> common(String table, Optional<String> names, Set<String> missing) {
    return Arrays.stream(names.orElse("").split(", "))
        .filter(name -> !missing.contains(table + " column " + name))
        .toList();
  }

  private ProductDifference whole(ProductDifference part) {
    return new ProductDifference(
        part.revision(),
        part.one(),
        part.other(),
        part.subject(),
        ProductDifference.PRESENCE,
        Optional.of("").filter(there -> onOne.contains(part.subject())),
        Optional.of("").filter(there -> onOther.contains(part.subject())));
  }
}
