package dev.anabranch.migration;

import dev.anabranch.schema.Index;
import dev.anabranch.schema.NamingConvention;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What a recorder has to know of project, server and author.
 *
 * @param dialectNames the names the dialect answers to, the most specific first
 * @param naming names what has no name
 * @param fits whether the server can keep a name
 * @param author the binary name of the author's class, whose lines are noted; empty for none
 */
public record RecorderSettings(
    List<String> dialectNames, NamingConvention naming, Predicate<Identifier> fits, String author) {

  /** Copies the list. */
  public RecorderSettings {
    dialectNames = List.copyOf(dialectNames);
    Objects.requireNonNull(naming, "naming");
    Objects.requireNonNull(fits, "fits");
    Objects.requireNonNull(author, "author");
  }

  Table name(Table table) {
    return naming.name(table, fits);
  }

  Index name(QualifiedName table, Index index) {
    return naming.name(table, index, fits);
  }

  TableConstraint name(QualifiedName table, TableConstraint constraint) {
    return naming.name(table, constraint, fits);
  }
}
