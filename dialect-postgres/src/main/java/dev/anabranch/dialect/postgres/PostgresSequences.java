package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.operation.AlterSequence;
import dev.anabranch.operation.CreateSequence;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.RenameSequence;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sequences (PostgreSQL 18 documentation, CREATE SEQUENCE and 9.17). */
final class PostgresSequences {

  private final StandardDdl standard;

  PostgresSequences(StandardDdl standard) {
    this.standard = standard;
  }

  /** Writes the next number of a sequence, which is named in a text. */
  static void nextValue(SqlWriter writer, QualifiedName sequence) {
    writer.call("NEXTVAL", w -> w.literal(PostgresBlocks.quoted(sequence)));
  }

  /** Returns the statements that create a sequence with its comment. */
  List<String> create(CreateSequence operation) {
    Sequence sequence = operation.sequence();
    if (sequence.comment().isEmpty()) {
      return List.of(standard.createSequence(operation).toSql());
    }
    List<String> statements = new ArrayList<>();
    statements.add(standard.createSequence(strict(sequence)).toSql());
    statements.add(
        standard.comment(
            "sequence", w -> w.name(sequence.name()), sequence.comment().orElseThrow()));
    return operation.existence() == Existence.STRICT
        ? statements
        : List.of(PostgresBlocks.unless(PostgresBlocks.findRelation(sequence.name()), statements));
  }

  private static CreateSequence strict(Sequence sequence) {
    return new CreateSequence(sequence, Existence.STRICT);
  }

  /** Returns the statement that changes how a sequence counts; empty if all of it stays. */
  Optional<String> alter(AlterSequence operation) {
    SqlWriter options = standard.writer();
    writeChanges(options, operation);
    if (options.toSql().isEmpty()) {
      return Optional.empty();
    }
    SqlWriter writer = standard.writer().keyword("ALTER SEQUENCE").name(operation.name());
    writeChanges(writer, operation);
    return Optional.of(writer.toSql());
  }

  private void writeChanges(SqlWriter writer, AlterSequence operation) {
    standard.sequenceOptions(writer, operation.to());
    boolean cycledBefore =
        operation.from().filter(from -> from.wrap() == SequenceOptions.Wrap.CYCLE).isPresent();
    if (cycledBefore && operation.to().wrap() == SequenceOptions.Wrap.NO_CYCLE) {
      writer.keyword("NO CYCLE");
    }
  }

  /** Returns the statement that gives a sequence another name. */
  String rename(RenameSequence operation) {
    return standard
        .writer()
        .keyword("ALTER SEQUENCE")
        .name(operation.from())
        .keyword("RENAME TO")
        .name(operation.to())
        .toSql();
  }
}
