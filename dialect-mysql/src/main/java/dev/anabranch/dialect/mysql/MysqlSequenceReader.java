package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.mysql.MysqlScope.ObjectName;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlWriter;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the sequences of MariaDB. How one counts stands in itself, a table of one row, so that one
 * query reads all of them (MariaDB Knowledge Base, "CREATE SEQUENCE").
 */
final class MysqlSequenceReader {

  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE - 1);
  private static final BigInteger SMALLEST = BigInteger.valueOf(-Long.MAX_VALUE);
  private static final BigInteger FIRST_DOWN = BigInteger.ONE.negate();
  private static final BigInteger CACHE = BigInteger.valueOf(1000);

  private static final RawSql COLUMNS =
      RawSql.of("MINIMUM_VALUE, MAXIMUM_VALUE, START_VALUE, INCREMENT, CACHE_SIZE, CYCLE_OPTION");

  private final MysqlScope scope;

  MysqlSequenceReader(MysqlScope scope) {
    this.scope = scope;
  }

  /**
   * Reads sequences.
   *
   * @param comments what people say of each
   */
  List<Sequence> read(Map<ObjectName, String> comments) throws SQLException {
    List<ObjectName> names = List.copyOf(comments.keySet());
    List<Sequence> sequences = new ArrayList<>();
    if (names.isEmpty()) {
      return sequences;
    }
    scope.each(
        query(names, COLUMNS),
        row -> {
          ObjectName name = names.get(row.number("N"));
          sequences.add(
              new Sequence(
                  scope.name(name),
                  Optional.empty(),
                  options(row),
                  Optional.ofNullable(comments.get(name))));
        });
    return sequences;
  }

  /**
   * Returns the query that asks sequences, each of which is a table with one row.
   *
   * @param names the sequences, at least one; {@code N} is the place of a row's sequence in it
   * @param columns what to ask each
   */
  static String query(List<ObjectName> names, RawSql columns) {
    SqlWriter query = MysqlStateTables.STYLE.writer();
    for (int i = 0; i < names.size(); i++) {
      if (i > 0) {
        query.keyword("UNION ALL");
      }
      query
          .keyword("SELECT")
          .number(i)
          .keyword("AS")
          .name(QualifiedName.of("N"))
          .raw(RawSql.of(","))
          .raw(columns)
          .keyword("FROM")
          .name(QualifiedName.of(names.get(i).schema(), names.get(i).name()));
    }
    return query.toSql();
  }

  private static SequenceOptions options(MysqlRow row) {
    BigInteger increment = number(row, "INCREMENT");
    boolean down = increment.signum() < 0;
    BigInteger minimum = number(row, "MINIMUM_VALUE");
    BigInteger maximum = number(row, "MAXIMUM_VALUE");
    return new SequenceOptions(
        unless(down ? maximum : minimum, number(row, "START_VALUE")),
        unless(BigInteger.ONE, increment).filter(step -> step.signum() != 0),
        unless(down ? SMALLEST : BigInteger.ONE, minimum),
        unless(down ? FIRST_DOWN : LARGEST, maximum),
        unless(CACHE, number(row, "CACHE_SIZE")).filter(size -> size.signum() > 0),
        row.is("CYCLE_OPTION", "1") ? SequenceOptions.Wrap.CYCLE : SequenceOptions.Wrap.NO_CYCLE);
  }

  private static BigInteger number(MysqlRow row, String column) {
    return new BigInteger(row.text(column));
  }

  private static Optional<BigInteger> unless(BigInteger usual, BigInteger number) {
    return Optional.of(number).filter(value -> !value.equals(usual));
  }
}
