package dev.anabranch.testkit.contract;

import static dev.anabranch.migration.Definitions.bigint;
import static dev.anabranch.migration.Definitions.bool;
import static dev.anabranch.migration.Definitions.check;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.columnComment;
import static dev.anabranch.migration.Definitions.comment;
import static dev.anabranch.migration.Definitions.date;
import static dev.anabranch.migration.Definitions.defaultOf;
import static dev.anabranch.migration.Definitions.defaultValue;
import static dev.anabranch.migration.Definitions.enumeration;
import static dev.anabranch.migration.Definitions.foreignKey;
import static dev.anabranch.migration.Definitions.indexOn;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.numeric;
import static dev.anabranch.migration.Definitions.primaryKey;
import static dev.anabranch.migration.Definitions.sql;
import static dev.anabranch.migration.Definitions.timestamp;
import static dev.anabranch.migration.Definitions.varbinary;
import static dev.anabranch.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.Capability;
import dev.anabranch.migration.Operations;
import dev.anabranch.operation.Condition;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.TableConstraint.Kind;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlLiteral;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No name, comment or value breaks out of its quotes: hostile ones go through every operation and
 * are read back unchanged. Each round has its seed.
 */
public abstract class HostileContract extends OperationContract {

  private static final int ROUNDS = 25;
  private static final int NAMES = 16;
  private static final int ROWS = 20;

  private static final String BEYOND = "\ud83d\ude00";

  /** For the classes of the products. */
  protected HostileContract() {}

  static LongStream everySeed() {
    return LongStream.range(0, ROUNDS);
  }

  private static void victim(Operations op) {
    op.createTable("victim", column("id", integer()).primaryKey());
    op.insertInto("victim", "id").row(1).key("id").insert();
  }

  private void assertVictimLives() {
    assertThat(query("SELECT id FROM victim")).containsExactly("1");
  }

  private boolean has(Capability capability) {
    return dialect().has(capability);
  }

  private List<String> names(HostileText hostile) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> letters = new LinkedHashSet<>();
    while (names.size() < NAMES) {
      String name = hostile.name(dialect().style());
      if (letters.add(name.toLowerCase(Locale.ROOT))) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  @ParameterizedTest
  @MethodSource("everySeed")
  void namesAndCommentsStayWhatTheyAre(long seed) {
    HostileText hostile = new HostileText(seed);
    List<String> names = names(hostile);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < NAMES; i++) {
      String text = has(Capability.EMPTY_TEXT) ? hostile.text() : hostile.solidText();
      texts.add(product().describesInEveryLetter() ? text : text.replace(BEYOND, ""));
    }
    verify(HostileContract::victim, op -> everything(op, names, texts));
    assertVictimLives();
  }

  private void everything(Operations op, List<String> names, List<String> texts) {
    String table = names.get(0);
    String key = names.get(1);
    String word = names.get(2);
    String[] values = {label(1, texts.get(0)), label(2, texts.get(1))};
    op.createEnumType(names.get(3), values);
    op.createTable(
        table,
        column(key, integer()).notNull().comment(texts.get(2)),
        column(word, varchar(200)).defaultValue(texts.get(3)).comment(texts.get(4)),
        column(names.get(4), integer()),
        column("fixed", integer()),
        column(names.get(5), enumeration(names.get(3), values)),
        primaryKey(key),
        comment(texts.get(5)));
    op.createIndex(table, indexOn(word).withName(Identifier.of(names.get(6))));
    op.addConstraint(table, check(names.get(7), sql("fixed > 0")));
    op.addConstraint(table, foreignKey(names.get(4)).references(table, key).named(names.get(8)));
    op.addColumn(table, column(names.get(9), integer()).comment(texts.get(6)));
    op.renameColumn(table, names.get(9), names.get(10));
    op.alterColumn(
        table,
        word,
        columnComment(texts.get(7)).from(texts.get(4)),
        defaultValue(texts.get(8)).from(defaultOf(texts.get(3))));
    op.tableComment(table, texts.get(9), texts.get(5));
    op.insertInto(table, key, word).row(1, texts.get(10)).key(key).insert();
    op.renameTable(table, names.get(11));
    renames(op, names);
    op.createView(names.get(15), "SELECT id FROM victim");
  }

  // Some products keep no more than 63 bytes of a value.
  private static String label(int number, String text) {
    int end = Math.min(text.length(), 15);
    boolean half = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    return number + text.substring(0, half ? end - 1 : end) + "x";
  }

  private void renames(Operations op, List<String> names) {
    String table = names.get(11);
    if (has(Capability.RENAME_INDEX)) {
      op.renameIndex(table, names.get(6), names.get(12));
    }
    if (has(Capability.RENAME_CONSTRAINT)) {
      op.renameConstraint(table, Kind.CHECK, names.get(7), names.get(13));
    }
    if (has(Capability.SEQUENCES)) {
      op.createSequence(names.get(14), SequenceOptions.defaults());
    }
  }

  @ParameterizedTest
  @MethodSource("everySeed")
  void valuesStayWhatTheyAre(long seed) {
    HostileText hostile = new HostileText(seed);
    Random random = new Random(seed);
    run(
        all(
            HostileContract::victim,
            op ->
                op.createTable(
                    "kept",
                    column("id", integer()).primaryKey(),
                    column("word", varchar(300)),
                    column("big", bigint()),
                    column("exact", numeric(30, 10)),
                    column("truth", bool()),
                    column("day", date()),
                    column("seen", timestamp(6)),
                    column("raw", varbinary(40)))));
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(row(i, hostile, random));
    }

    run(
        op ->
            op.insertInto("kept", "id", "word", "big", "exact", "truth", "day", "seen", "raw")
                .rows(rows)
                .insert());

    assertThat(kept()).isEqualTo(rows.stream().map(HostileContract::shown).toList());
    for (List<Object> row : rows) {
      assertFoundByItsWord(row, hostile.solidText());
    }
    assertVictimLives();
  }

  private List<Object> row(int id, HostileText hostile, Random random) {
    byte[] raw = new byte[random.nextInt(40)];
    random.nextBytes(raw);
    if (!has(Capability.EMPTY_TEXT) && raw.length == 0) {
      raw = new byte[] {0};
    }
    return List.of(
        id,
        has(Capability.EMPTY_TEXT) ? hostile.text() : hostile.solidText(),
        random.nextLong(),
        new BigDecimal(random.nextLong()).movePointLeft(random.nextInt(10)),
        random.nextBoolean(),
        LocalDate.of(1600, 1, 1).plusDays(random.nextInt(300_000)),
        LocalDateTime.of(1970, 1, 2, 0, 0)
            .plusSeconds(random.nextInt(2_000_000_000))
            .plusNanos(random.nextInt(1_000_000) * 1_000L),
        raw);
  }

  private static String shown(List<Object> row) {
    return row.get(0)
        + " "
        + row.get(1)
        + " "
        + row.get(2)
        + " "
        + ((BigDecimal) row.get(3)).stripTrailingZeros().toPlainString()
        + " "
        + row.get(4)
        + " "
        + row.get(5)
        + " "
        + row.get(6)
        + " "
        + ((SqlLiteral.Binary) SqlLiteral.bytes((byte[]) row.get(7))).hex();
  }

  private List<String> kept() {
    try (Connection connection = database().connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT * FROM kept ORDER BY id")) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(
            shown(
                List.of(
                    result.getInt(1),
                    result.getString(2),
                    result.getLong(3),
                    result.getBigDecimal(4),
                    result.getBoolean(5),
                    result.getObject(6, LocalDate.class),
                    result.getObject(7, LocalDateTime.class),
                    result.getBytes(8))));
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  // Through a condition, a parameter, and a list.
  private void assertFoundByItsWord(List<Object> row, String other) {
    Object id = row.get(0);
    Object word = row.get(1);
    run(
        op -> {
          op.update(
              "kept",
              Map.of("word", other),
              Condition.all(Condition.equal("id", id), Condition.in("word", word, "nobody's")));
          op.execute("UPDATE kept SET word = ? WHERE word = ? AND id = ?", word, other, id);
        });
    Consumer<Operations> delete =
        op ->
            op.delete(
                "kept", Condition.all(Condition.equal("id", id), Condition.equal("word", word)));
    run(delete);

    assertThat(query("SELECT id FROM kept WHERE id = " + id)).as("%s", row).isEmpty();
  }
}
