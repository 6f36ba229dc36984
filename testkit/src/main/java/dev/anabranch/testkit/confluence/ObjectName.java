package dev.anabranch.testkit.confluence;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.Locale;

/**
 * A name by which two revisions may mean the same thing. Case is not told apart: two names that a
 * server keeps apart may be taken for one, which costs a run; the other way round would cost the
 * proof.
 *
 * @param schema the schema, small letters; empty where none is written
 * @param name the name, small letters
 */
record ObjectName(String schema, String name) {

  ObjectName {
    schema = schema.toLowerCase(Locale.ROOT);
    name = name.toLowerCase(Locale.ROOT);
  }

  static ObjectName of(QualifiedName name) {
    return new ObjectName(name.schema().map(Identifier::value).orElse(""), name.name().value());
  }

  static String of(Identifier name) {
    return name.value().toLowerCase(Locale.ROOT);
  }

  /** Returns whether both may be the same: a schema that is not written may be any. */
  boolean mayBe(ObjectName other) {
    return name.equals(other.name)
        && (schema.isEmpty() || other.schema.isEmpty() || schema.equals(other.schema));
  }

  @Override
  public String toString() {
    return schema.isEmpty() ? name : schema + "." + name;
  }
}
