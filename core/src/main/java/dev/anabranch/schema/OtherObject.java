package dev.anabranch.schema;

import dev.anabranch.sql.QualifiedName;
import java.util.Objects;

/**
 * Something the catalogue knows and no operation models, such as a trigger: kept so that a
 * comparison sees it change.
 *
 * @param kind what it is, lower case, such as {@code trigger} or {@code row level security policy}
 * @param name its name; one of a table carries the table's name in front
 * @param definition its text in the server's normal form
 */
public record OtherObject(String kind, QualifiedName name, String definition) {

  /** Checks that all parts are there. */
  public OtherObject {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(definition, "definition");
  }
}
