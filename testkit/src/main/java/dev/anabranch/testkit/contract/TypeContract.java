package dev.anabranch.testkit.contract;

import static dev.anabranch.migration.Definitions.array;
import static dev.anabranch.migration.Definitions.bigint;
import static dev.anabranch.migration.Definitions.binary;
import static dev.anabranch.migration.Definitions.blob;
import static dev.anabranch.migration.Definitions.bool;
import static dev.anabranch.migration.Definitions.character;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.currentDate;
import static dev.anabranch.migration.Definitions.currentTimestamp;
import static dev.anabranch.migration.Definitions.date;
import static dev.anabranch.migration.Definitions.doublePrecision;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.intervalDayToSecond;
import static dev.anabranch.migration.Definitions.intervalYearToMonth;
import static dev.anabranch.migration.Definitions.json;
import static dev.anabranch.migration.Definitions.numeric;
import static dev.anabranch.migration.Definitions.real;
import static dev.anabranch.migration.Definitions.smallint;
import static dev.anabranch.migration.Definitions.text;
import static dev.anabranch.migration.Definitions.time;
import static dev.anabranch.migration.Definitions.timestamp;
import static dev.anabranch.migration.Definitions.timestampWithTimeZone;
import static dev.anabranch.migration.Definitions.uuid;
import static dev.anabranch.migration.Definitions.varbinary;
import static dev.anabranch.migration.Definitions.varchar;

import dev.anabranch.migration.ColumnDefinition;
import dev.anabranch.schema.DataType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each portable type becomes what is read back as it, with constants of it as defaults. */
public abstract class TypeContract extends OperationContract {

  /** For the classes of the products. */
  protected TypeContract() {}

  static Stream<DataType> everyType() {
    return Stream.of(
        bool(),
        smallint(),
        integer(),
        bigint(),
        numeric(1, 0),
        numeric(12, 4),
        numeric(30, 30),
        real(),
        doublePrecision(),
        character(1),
        character(30),
        varchar(1),
        varchar(2000),
        text(),
        binary(16),
        varbinary(300),
        blob(),
        date(),
        time(),
        time(6),
        timestamp(),
        timestamp(0),
        timestamp(3),
        timestampWithTimeZone(),
        timestampWithTimeZone(0),
        intervalYearToMonth(),
        intervalDayToSecond(),
        uuid(),
        json(),
        array(integer()),
        array(varchar(20)));
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void isReadBack(DataType type) {
    verify(op -> op.createTable("typed", column("id", integer()), column("it", type)));
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void isAddedNotNullToATableWithoutRows(DataType type) {
    verify(
        op -> op.createTable("typed", column("id", integer())),
        op -> op.addColumn("typed", column("it", type).notNull().comment("It")));
  }

  static Stream<ColumnDefinition> everyDefault() {
    return Stream.of(
        column("it", bool()).defaultValue(true),
        column("it", bool()).defaultValue(false),
        column("it", smallint()).defaultValue(-32768),
        column("it", integer()).defaultValue(0),
        column("it", bigint()).defaultValue(Long.MAX_VALUE),
        column("it", numeric(12, 4)).defaultValue(new BigDecimal("-1234.5")),
        column("it", doublePrecision()).defaultValue(2.5),
        column("it", character(3)).defaultValue("abc"),
        column("it", varchar(40)).defaultValue("It's \"quoted\" \\ and; more"),
        column("it", varchar(40)).defaultValue("Grüße, 世界"),
        column("it", varchar(40)).defaultValue("NULL"),
        column("it", varbinary(9)).defaultValue(new byte[] {0, 1, (byte) 0xff}),
        column("it", date()).defaultValue(LocalDate.of(2024, 2, 29)),
        column("it", time()).defaultValue(LocalTime.of(23, 59, 1)),
        column("it", timestamp()).defaultValue(LocalDateTime.of(2024, 2, 29, 1, 2, 3, 500_000_000)),
        column("it", timestamp(0)).defaultValue(LocalDateTime.of(2024, 2, 29, 1, 2, 3)),
        column("it", timestampWithTimeZone())
            .defaultValue(Instant.parse("2024-02-29T12:00:00.250Z")),
        column("it", uuid()).defaultValue(UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057")),
        column("it", date()).defaultValue(currentDate()),
        column("it", timestamp()).defaultValue(currentTimestamp()),
        column("it", timestampWithTimeZone()).defaultValue(currentTimestamp()),
        column("it", varchar(9)).defaultValue(null));
  }

  @ParameterizedTest
  @MethodSource("everyDefault")
  void hasAConstantAsDefault(ColumnDefinition column) {
    verify(op -> op.createTable("typed", column("id", integer()), column));
  }

  @Test
  void isAnotherOneOnSomeProducts() {
    String product = dialect().name();
    verify(
        op ->
            op.createTable(
                "typed",
                column("ours", integer().on(product, varchar(7))),
                column("theirs", integer().on("elsewhere", varchar(7)))));
  }
}
