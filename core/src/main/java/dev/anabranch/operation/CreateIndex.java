package dev.anabranch.operation;

import dev.anabranch.schema.Index;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Creates an index.
 *
 * @param table the table
 * @param index the index
 * @param existence what happens when an index of that name is there
 * @param build whether the table can be written meanwhile
 */
public record CreateIndex(QualifiedName table, Index index, Existence existence, IndexBuild build)
    implements Operation {

  /** Checks that all parts are there. */
  public CreateIndex {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(index, "index");
    Objects.requireNonNull(existence, "existence");
    Objects.requireNonNull(build, "build");
  }

  @Override
  public String describe() {
    return "create index " + index.name().map(Identifier::value).orElse("") + " on " + table;
  }

  @Override
  public Inverse inverse() {
    if (existence == Existence.TOLERANT) {
      return Inverse.unknownBefore();
    }
    return index
        .name()
        .<Inverse>map(
            name -> Inverse.of(new DropIndex(table, name, existence, build, Optional.of(index))))
        .orElseGet(() -> Inverse.none("the index has no name", "Name the index."));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.createIndex(this);
  }
}
