package dev.anabranch.dialect.oracle;

import static dev.anabranch.migration.Definitions.array;
import static dev.anabranch.migration.Definitions.ascending;
import static dev.anabranch.migration.Definitions.bigint;
import static dev.anabranch.migration.Definitions.binary;
import static dev.anabranch.migration.Definitions.bool;
import static dev.anabranch.migration.Definitions.character;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.enumeration;
import static dev.anabranch.migration.Definitions.foreignKey;
import static dev.anabranch.migration.Definitions.identity;
import static dev.anabranch.migration.Definitions.indexOn;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.noDefault;
import static dev.anabranch.migration.Definitions.numeric;
import static dev.anabranch.migration.Definitions.option;
import static dev.anabranch.migration.Definitions.sql;
import static dev.anabranch.migration.Definitions.text;
import static dev.anabranch.migration.Definitions.time;
import static dev.anabranch.migration.Definitions.type;
import static dev.anabranch.migration.Definitions.uniqueIndexOn;
import static dev.anabranch.migration.Definitions.value;
import static dev.anabranch.migration.Definitions.varbinary;
import static dev.anabranch.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anabranch.dialect.Capability;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.migration.Operations;
import dev.anabranch.operation.Condition;
import dev.anabranch.operation.CreateEnumType;
import dev.anabranch.operation.CreateIndex;
import dev.anabranch.operation.CreateSequence;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.IndexBuild;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.OperationException;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.EnumType;
import dev.anabranch.schema.ExclusionConstraint;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.NameTooLongException;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Oracle cannot do is refused before anything is sent, with the way round. */
class OracleRefusalsTest {

  private static Arguments refused(String reason, Consumer<Operations> body) {
    return Arguments.of(reason, body);
  }

  private static Arguments type(String reason, DataType type) {
    return refused(reason, op -> op.addColumn("t", column("c", type)));
  }

  private static Arguments index(String reason, Index index) {
    return refused(reason, op -> op.createIndex("t", index));
  }

  private static Index detailed(Index.Details details) {
    Index index = indexOn("a");
    return new Index(index.name(), index.uniqueness(), index.parts(), details);
  }

  private static Index.Details details(
      Optional<String> method, List<Identifier> include, Optional<SqlExpression> where) {
    return new Index.Details(
        method, include, where, Index.Visibility.VISIBLE, DialectOptions.none());
  }

  static Stream<Arguments> types() {
    return Stream.of(
        type("it has no type for a time of day", time(3)),
        type("it has no arrays in columns", array(integer())),
        type("NUMBER has at most 38 digits", numeric(39, 0)),
        type(
            "VARCHAR2 holds at most 4,000 bytes, whatever the number of characters", varchar(4001)),
        type("CHAR holds at most 2,000 bytes, whatever the number of characters", character(2001)),
        type("RAW holds at most 2,000 bytes", binary(2001)),
        type("RAW holds at most 2,000 bytes", varbinary(2001)),
        type(
            "the empty text is null to it, and one of the values of e is empty",
            enumeration("e", "a", "")),
        type("a value of e has more than 4,000 bytes", enumeration("e", "x".repeat(4_001))));
  }

  static Stream<Arguments> columns() {
    ColumnValue computed =
        new ColumnValue.Computed(SqlExpression.of("1"), ColumnValue.Storage.VIRTUAL);
    ColumnValue counted =
        new ColumnValue.Identity(ColumnValue.Generation.ALWAYS, SequenceOptions.defaults());
    String identity =
        "an existing column cannot become an identity (ORA-30673), so that no way would lead back";
    String lob = "a column cannot become text, blob or JSON of any length, or cease to be";
    String computation = "an existing column cannot become computed, or be computed no longer";
    return Stream.of(
        refused(
            "it computes columns when they are read",
            op ->
                op.addColumn(
                    "t", column("c", integer()).computed(sql("1"), ColumnValue.Storage.STORED))),
        refused(
            "it has no type for a time of day",
            op -> op.addColumn("t", column("c", integer()).defaultNow(SqlValue.Current.TIME))),
        refused(
            "a comment has at most 4,000 bytes",
            op -> op.addColumn("t", column("c", integer()).comment("\u00e4".repeat(2_001)))),
        refused(
            "the option oracle visibility = seen of a column is not known",
            op -> op.addColumn("t", column("c", integer()).option("oracle", "visibility", "seen"))),
        refused(
            "on-null stands beside a default or an identity by default",
            op -> op.addColumn("t", column("c", integer()).option("oracle", "on-null", "default"))),
        refused(
            "no rule makes the values of another type",
            op ->
                op.alterColumn(
                    "t", "c", dev.anabranch.migration.Definitions.type(integer()).using("1"))),
        refused(
            lob, op -> op.alterColumn("t", "c", dev.anabranch.migration.Definitions.type(text()))),
        refused(
            lob,
            op ->
                op.alterColumn(
                    "t", "c", dev.anabranch.migration.Definitions.type(varchar(9)).from(text()))),
        refused(
            "it has no arrays in columns",
            op ->
                op.alterColumn("t", "c", dev.anabranch.migration.Definitions.type(array(bool())))),
        refused(identity, op -> op.alterColumn("t", "c", identity())),
        refused(identity, op -> op.alterColumn("t", "c", noDefault().from(counted))),
        refused(computation, op -> op.alterColumn("t", "c", value(computed))),
        refused(computation, op -> op.alterColumn("t", "c", noDefault().from(computed))));
  }

  static Stream<Arguments> tables() {
    return Stream.of(
        refused(
            "a table has at most one identity (ORA-30669)",
            op ->
                op.createTable(
                    "t", column("a", integer()).identity(), column("b", integer()).identity())),
        refused(
            "a table whose rows lie in an index has a primary key",
            op ->
                op.createTable(
                    "t", column("a", integer()), option("oracle", "organization", "index"))),
        refused(
            "a temporary table lies in the temporary tablespace, as a heap",
            op ->
                op.createTable(
                    "t",
                    column("a", integer()),
                    option("oracle", "on-commit", "delete-rows"),
                    option("oracle", "tablespace", "x"))),
        refused(
            "the option oracle engine = x of a table is not known",
            op -> op.createTable("t", column("a", integer()), option("oracle", "engine", "x"))),
        refused(
            "a comment has at most 4,000 bytes",
            op -> op.tableComment("t", "x".repeat(4_001), "")));
  }

  static Stream<Arguments> indexes() {
    return Stream.of(
        index(
            "its indexes sort nulls as the largest value, always",
            indexOn(ascending("a").withNulls(IndexPart.Nulls.FIRST))),
        index("it indexes whole values", indexOn(ascending("a").withPrefix(3))),
        index("it has no operator classes", indexOn(ascending("a").withOperatorClass("x"))),
        index(
            "its indexes hold every row that is not null",
            detailed(details(Optional.empty(), List.of(), Optional.of(sql("a > 1"))))),
        index(
            "its indexes hold no columns that they do not sort by",
            detailed(details(Optional.empty(), List.of(Identifier.of("b")), Optional.empty()))),
        index(
            "the index method gin is not known",
            detailed(details(Optional.of("gin"), List.of(), Optional.empty()))),
        index(
            "a bitmap index is not unique",
            new Index(
                Optional.empty(),
                Index.Uniqueness.UNIQUE,
                uniqueIndexOn("a").parts(),
                details(Optional.of("bitmap"), List.of(), Optional.empty()))),
        index(
            "nulls are different from each other in its unique rules",
            new Index(
                Optional.empty(),
                Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT,
                indexOn("a").parts(),
                Index.Details.none())),
        refused(
            "an index has a name",
            op ->
                op.record(
                    new CreateIndex(
                        QualifiedName.of("t"),
                        indexOn("a"),
                        Existence.STRICT,
                        IndexBuild.BLOCKING))));
  }

  static Stream<Arguments> constraints() {
    return Stream.of(
        refused(
            "nulls are different from each other in its unique rules",
            op ->
                op.addConstraint(
                    "t",
                    new UniqueConstraint(
                        Optional.empty(),
                        List.of(Identifier.of("a")),
                        UniqueConstraint.Nulls.NOT_DISTINCT,
                        Deferrability.NOT_DEFERRABLE))),
        refused(
            "it has no exclusion constraints",
            op ->
                op.addConstraint(
                    "t",
                    new ExclusionConstraint(
                        Optional.empty(),
                        "gist",
                        List.of(
                            new ExclusionConstraint.Element(
                                IndexPart.column(Identifier.of("a")), "=")),
                        Optional.empty(),
                        Deferrability.NOT_DEFERRABLE))),
        refused(
            "it knows MATCH SIMPLE only",
            op ->
                op.addConstraint(
                    "t", foreignKey("a").references("b", "c").match(ForeignKey.Match.FULL))),
        refused(
            "a row that is deleted can cascade or set null, and nothing else",
            op ->
                op.addConstraint(
                    "t",
                    foreignKey("a").references("b", "c").onDelete(ReferentialAction.SET_DEFAULT))),
        refused(
            "it refuses to change a key that is referred to",
            op ->
                op.addConstraint(
                    "t",
                    foreignKey("a").references("b", "c").onUpdate(ReferentialAction.CASCADE))));
  }

  static Stream<Arguments> others() {
    return Stream.of(
        refused(
            "a schema is what belongs to a user, with a password, rights and a quota",
            op -> op.createSchema("s")),
        refused(
            "a schema is what belongs to a user, with a password, rights and a quota",
            op -> op.dropSchema("s")),
        refused(
            "the values of an enum type stand in each column that has it",
            op -> op.addEnumValue("e", "a")),
        refused(
            "there is no type beside its columns that could have a comment",
            op ->
                op.record(
                    new CreateEnumType(
                        new EnumType(QualifiedName.of("e"), List.of("a"), Optional.of("a comment")),
                        Existence.STRICT))),
        refused(
            "only its owner can rename a sequence, in the current schema",
            op -> op.in("s").renameSequence("a", "b")),
        refused(
            "a sequence has no comment",
            op ->
                op.record(
                    new CreateSequence(
                        new Sequence(
                            QualifiedName.of("s"),
                            Optional.empty(),
                            SequenceOptions.defaults(),
                            Optional.of("a comment")),
                        Existence.STRICT))),
        refused(
            "the option oracle refresh = never of a materialized view is not known",
            op ->
                op.createView(
                    new View(
                        QualifiedName.of("v"),
                        View.Kind.MATERIALIZED,
                        List.of(),
                        SqlExpression.of("SELECT 1 FROM dual"),
                        Optional.empty(),
                        DialectOptions.none().with("oracle", "refresh", "never")))),
        refused(
            "a statement holds at most 2,000 bytes as one value",
            op -> op.insertInto("t", "a").row(new byte[2_001]).insert()),
        refused(
            "it has no type for a time of day",
            op -> op.update("t", Map.of("a", SqlValue.Current.TIME), Condition.allRows())));
  }

  @ParameterizedTest
  @MethodSource({"types", "columns", "tables", "indexes", "constraints", "others"})
  void namesOperationProductReleaseReasonAndWayRound(String reason, Consumer<Operations> body) {
    for (int release : new int[] {19, 21, 23}) {
      OracleDialect dialect = Compiled.dialect(release);
      Operation operation = Compiled.recorded(dialect, body).get(0);
      OperationException refusal =
          catchThrowableOfType(OperationException.class, () -> dialect.ddl().compile(operation));

      assertThat(refusal)
          .hasMessage(
              "Cannot "
                  + operation.describe()
                  + " on Oracle Database "
                  + release
                  + ".0: "
                  + reason
                  + ".");
      assertThat(refusal.code()).isEqualTo(ErrorCode.UNSUPPORTED_OPERATION);
      assertThat(refusal.hint()).isPresent();
    }
  }

  @Test
  void optionsOfOtherProductsArePassedOver() {
    assertThat(
            Compiled.sql(
                19,
                op ->
                    op.createTable(
                        "t", column("a", bigint()), option("mysql", "engine", "InnoDB"))))
        .isEqualTo("CREATE TABLE \"T\" (\n  \"A\" NUMBER(19)\n)");
  }

  @Test
  void namesAreMeasuredInBytes() {
    Consumer<Operations> body = op -> op.addColumn("t", column("\u00e4".repeat(16), integer()));
    OracleDialect small = Compiled.dialect(19, 30);
    assertThatThrownBy(() -> Compiled.statements(small, body))
        .isInstanceOf(NameTooLongException.class)
        .hasMessageContaining("it has 32 bytes, and the server keeps 30 at most");
    assertThat(Compiled.statements(Compiled.dialect(19), body)).hasSize(1);
  }

  @Test
  void noNameCanHoldADoubleQuote() {
    assertThatThrownBy(() -> Compiled.sql(19, op -> op.dropTable("a\"b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The name a\"b holds the character \", which cannot be written in a name.");
  }

  /** What is declared is compiled, and what is not is refused; a server has to say the rest. */
  @Test
  void capabilitiesSayWhatIsRefused() {
    assertThat(Compiled.dialect(19).capabilities())
        .isEqualTo(Compiled.dialect(23).capabilities())
        .contains(Capability.VIRTUAL_COLUMNS, Capability.MATERIALIZED_VIEWS, Capability.SEQUENCES)
        .doesNotContain(
            Capability.ARRAYS,
            Capability.TIME_OF_DAY,
            Capability.EMPTY_TEXT,
            Capability.ON_UPDATE,
            Capability.ALTER_IDENTITY,
            Capability.STORED_COLUMNS,
            Capability.TRANSACTIONAL_DDL);
  }
}
