package dev.anabranch.schema;

import dev.anabranch.sql.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An enum type, on products that have them.
 *
 * @param name its name
 * @param values its texts in their order, at least one, none twice
 * @param comment what people say of it; never empty text
 */
public record EnumType(QualifiedName name, List<String> values, Optional<String> comment) {

  /** Copies the list and checks it. */
  public EnumType {
    Objects.requireNonNull(name, "name");
    values = DataType.requireValues(name, values);
    comment = comment.filter(text -> !text.isEmpty());
  }

  /** Returns an enum type without comment. */
  public static EnumType of(QualifiedName name, List<String> values) {
    return new EnumType(name, values, Optional.empty());
  }
}
