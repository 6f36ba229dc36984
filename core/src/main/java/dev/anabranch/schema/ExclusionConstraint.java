package dev.anabranch.schema;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlExpression;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * No two rows of which every element compares as a conflict.
 *
 * @param name its name; empty until a naming convention gives one
 * @param method the index method, such as {@code gist}
 * @param elements what is compared, at least one
 * @param where which rows it is for; empty for all
 * @param deferrability when it is checked
 */
public record ExclusionConstraint(
    Optional<Identifier> name,
    String method,
    List<Element> elements,
    Optional<SqlExpression> where,
    Deferrability deferrability)
    implements TableConstraint {

  /**
   * One comparison.
   *
   * @param part the column or expression
   * @param operator the operator that says conflict, such as {@code &&}
   */
  public record Element(IndexPart part, String operator) {
    /** Checks the operator. */
    public Element {
      Objects.requireNonNull(part, "part");
      if (!operator.matches("[-+*/<>=~!@#%^&|`?]{1,8}")
          || operator.contains("--")
          || operator.contains("/*")) {
        throw new SchemaException(
            "Cannot describe an exclusion constraint: \"" + operator + "\" is no operator.", null);
      }
    }
  }

  /** Copies the list and checks it. */
  public ExclusionConstraint {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(method, "method");
    elements = List.copyOf(elements);
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(deferrability, "deferrability");
    if (elements.isEmpty()) {
      throw new SchemaException(
          "Cannot describe an exclusion constraint: it compares nothing.", null);
    }
  }

  @Override
  public List<Identifier> columns() {
    return elements.stream().flatMap(element -> element.part().column().stream()).toList();
  }

  @Override
  public Kind kind() {
    return Kind.EXCLUSION;
  }

  @Override
  public ExclusionConstraint withName(Identifier name) {
    return new ExclusionConstraint(Optional.of(name), method, elements, where, deferrability);
  }
}
