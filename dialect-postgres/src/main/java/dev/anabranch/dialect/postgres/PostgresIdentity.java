package dev.anabranch.dialect.postgres;

import dev.anabranch.schema.ColumnValue.Generation;
import dev.anabranch.schema.ColumnValue.Identity;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.SequenceOptions.Wrap;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlWriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How one identity becomes another: only what differs is set. */
final class PostgresIdentity {

  private static final BigInteger ONE = BigInteger.ONE;

  private PostgresIdentity() {}

  /** Returns what is written behind {@code ALTER COLUMN}; empty if both are alike. */
  static Optional<Consumer<SqlWriter>> difference(Identity from, Identity to) {
    List<Consumer<SqlWriter>> parts = new ArrayList<>();
    if (from.generation() != to.generation()) {
      parts.add(
          w ->
              w.keyword("SET GENERATED")
                  .keyword(to.generation() == Generation.ALWAYS ? "ALWAYS" : "BY DEFAULT"));
    }
    SequenceOptions before = from.options();
    SequenceOptions after = to.options();
    number(parts, "INCREMENT BY", before.increment(), after.increment(), ONE);
    bound(parts, "MINVALUE", before.minimum(), after.minimum());
    bound(parts, "MAXVALUE", before.maximum(), after.maximum());
    number(parts, "START WITH", before.start(), after.start(), usualStart(after));
    number(parts, "CACHE", before.cache(), after.cache(), ONE);
    if (before.wrap() != after.wrap()) {
      parts.add(w -> w.keyword(after.wrap() == Wrap.CYCLE ? "SET CYCLE" : "SET NO CYCLE"));
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(w -> parts.forEach(part -> part.accept(w)));
  }

  /** Returns where a sequence starts that says nothing: at its smallest number, or the largest. */
  private static BigInteger usualStart(SequenceOptions options) {
    return options.increment().orElse(ONE).signum() > 0
        ? options.minimum().orElse(ONE)
        : options.maximum().orElse(ONE.negate());
  }

  private static void number(
      List<Consumer<SqlWriter>> parts,
      String words,
      Optional<BigInteger> before,
      Optional<BigInteger> after,
      BigInteger usual) {
    if (!before.equals(after)) {
      parts.add(
          w -> w.keyword("SET").keyword(words).raw(RawSql.of(after.orElse(usual).toString())));
    }
  }

  private static void bound(
      List<Consumer<SqlWriter>> parts,
      String word,
      Optional<BigInteger> before,
      Optional<BigInteger> after) {
    if (before.equals(after)) {
      return;
    }
    parts.add(
        w -> {
          if (after.isPresent()) {
            w.keyword("SET").keyword(word).raw(RawSql.of(after.get().toString()));
          } else {
            w.keyword("SET NO").keyword(word);
          }
        });
  }
}
