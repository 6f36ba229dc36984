package dev.anabranch.diff;

import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.SchemaWords;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts names and lists into words. */
final class Words {

  private Words() {}

  /** Returns a name; one in small letters that the server does not fold stands in quotes. */
  static String name(Identifier name) {
    return name.spelling() == Identifier.Spelling.EXACT ? "\"" + name + "\"" : name.toString();
  }

  static String name(QualifiedName name) {
    return name.schema().map(schema -> name(schema) + ".").orElse("") + name(name.name());
  }

  static String names(List<Identifier> names) {
    return names.stream().map(Words::name).collect(Collectors.joining(", "));
  }

  static String parts(List<IndexPart> parts) {
    return parts.stream().map(SchemaWords::of).collect(Collectors.joining(", "));
  }

  static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
