package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.operation.AlterSequence;
import dev.anabranch.operation.CreateSequence;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlWriter;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes sequences (MariaDB Knowledge Base, "CREATE SEQUENCE" and "ALTER SEQUENCE").
 *
 * @param standard the standard's statements
 * @param refusals says what cannot be
 */
record MysqlSequences(StandardDdl standard, MysqlRefusals refusals) {

  /** Checks that both parts are there. */
  MysqlSequences {
    Objects.requireNonNull(standard, "standard");
    Objects.requireNonNull(refusals, "refusals");
  }

  /** Refuses sequences where there are none. */
  void check(String what) {
    if (!refusals.features().has(MysqlFeature.SEQUENCES)) {
      throw refusals.refuse(
          what,
          "it has no sequences",
          "Let the column be an identity, or keep the last number in a table of one row.");
    }
  }

  /** Writes {@code CREATE SEQUENCE}. */
  String create(CreateSequence operation) {
    String what = operation.describe();
    Sequence sequence = operation.sequence();
    if (sequence.type().filter(type -> !isBig(type)).isPresent()) {
      throw refusals.refuse(
          what, "a sequence counts in 64 bits", "Leave the type away, and set a largest number.");
    }
    sequence.comment().ifPresent(text -> refusals.checkComment(what, text));
    SqlWriter writer = standard.create("SEQUENCE", operation.existence()).name(sequence.name());
    standard.sequenceOptions(writer, sequence.options());
    sequence
        .comment()
        .ifPresent(text -> writer.keyword("COMMENT").operator("=").literal(SqlLiteral.text(text)));
    return writer.toSql();
  }

  private boolean isBig(DataType type) {
    return refusals.types().own(type) == DataType.Simple.BIGINT;
  }

  /** Writes {@code ALTER SEQUENCE}; empty if nothing changes. */
  Optional<String> alter(AlterSequence operation) {
    SqlWriter writer = standard.writer().keyword("ALTER SEQUENCE").name(operation.name());
    String before = writer.toSql();
    standard.sequenceOptions(writer, operation.to());
    boolean ends =
        operation.to().wrap() == SequenceOptions.Wrap.NO_CYCLE
            && operation
                .from()
                .filter(options -> options.wrap() == SequenceOptions.Wrap.CYCLE)
                .isPresent();
    if (ends) {
      writer.keyword("NOCYCLE");
    }
    return Optional.of(writer.toSql()).filter(sql -> !sql.equals(before));
  }
}
