package dev.anabranch.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.oracle.grammar.OracleGate;
import dev.anabranch.operation.AddColumn;
import dev.anabranch.operation.AddConstraint;
import dev.anabranch.operation.AlterColumn;
import dev.anabranch.operation.ColumnChange;
import dev.anabranch.operation.CreateIndex;
import dev.anabranch.operation.CreateSequence;
import dev.anabranch.operation.CreateTable;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.IndexBuild;
import dev.anabranch.operation.Operation;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever a model says stands in the statements, and is read out of them as the same model. */
class ReadBackTest {

  private static OracleDialect dialect(int release) {
    return new OracleDialect(OracleRelease.offline(ServerVersion.of(release, 0)));
  }

  private static List<String> statements(OracleDialect dialect, Operation operation) {
    return dialect.ddl().compile(operation).stream().map(DdlStatement::sql).toList();
  }

  @Provide
  Arbitrary<Integer> release() {
    return Arbitraries.of(19, 21, 23);
  }

  @Provide
  Arbitrary<Table> table() {
    return RandomModels.tables();
  }

  @Provide
  Arbitrary<Column> column() {
    return RandomModels.columns();
  }

  @Provide
  Arbitrary<TableConstraint> constraint() {
    return RandomModels.names()
        .set()
        .ofMinSize(2)
        .ofMaxSize(4)
        .flatMap(names -> RandomModels.constraints(List.copyOf(names)));
  }

  @Provide
  Arbitrary<Index> index() {
    return RandomModels.names()
        .set()
        .ofMinSize(1)
        .ofMaxSize(4)
        .flatMap(names -> RandomModels.indexes(List.copyOf(names)));
  }

  @Provide
  Arbitrary<QualifiedName> name() {
    return RandomModels.qualifiedNames();
  }

  @Provide
  Arbitrary<Sequence> sequence() {
    return RandomModels.sequences();
  }

  @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
  void aTable(@ForAll @From("table") Table table, @ForAll @From("release") int release) {
    OracleDialect dialect = dialect(release);
    ReadBack read = new ReadBack(dialect.style());
    List<String> sql = statements(dialect, new CreateTable(table, Existence.STRICT));

    assertThat(read.table(sql.get(0))).as(sql.get(0)).isEqualTo(asRead(table));
    for (int i = 0; i < table.indexes().size(); i++) {
      assertThat(read.index(sql.get(1 + i))).as(sql.get(1 + i)).isEqualTo(table.indexes().get(i));
    }
    List<String> comments = sql.subList(1 + table.indexes().size(), sql.size());
    assertThat(comments.stream().map(read::comment))
        .containsExactlyElementsOf(
            java.util.stream.Stream.concat(
                    table.comment().stream(),
                    table.columns().stream().flatMap(column -> column.comment().stream()))
                .toList());
  }

  @Property(tries = 120, shrinking = ShrinkingMode.BOUNDED)
  void aColumn(
      @ForAll @From("name") QualifiedName table,
      @ForAll @From("column") Column column,
      @ForAll @From("release") int release) {
    OracleDialect dialect = dialect(release);
    String sql = statements(dialect, new AddColumn(table, column, Existence.STRICT)).get(0);

    assertThat(new ReadBack(dialect.style()).addedColumn(sql))
        .as(sql)
        .isEqualTo(asRead(table, column));
  }

  /** A condition that stands for the type is another statement. */
  @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
  void aChangeOfTypeAndDefault(
      @ForAll @From("name") QualifiedName table,
      @ForAll @From("column") Column column,
      @ForAll @From("release") int release) {
    OracleDialect dialect = dialect(release);
    OracleTypes types = new OracleTypes(dialect.version(), dialect.names());
    Assume.that(column.value() instanceof ColumnValue.Default && !types.isLob(column.type()));
    Assume.that(types.condition(column.name(), column.type()).isEmpty());
    String sql =
        statements(
                dialect,
                new AlterColumn(
                    table,
                    column.name(),
                    List.of(
                        new ColumnChange.Type(
                            column.type(), Optional.of(DataType.Simple.DATE), Optional.empty()),
                        new ColumnChange.Value(column.value(), Optional.empty()))))
            .get(0);

    Column expected = asRead(table, column);
    assertThat(new ReadBack(dialect.style()).modifiedColumn(sql))
        .as(sql)
        .isEqualTo(Column.of(column.name(), expected.type()).withValue(expected.value()));
  }

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void passesTheGate(@ForAll @From("table") Table table, @ForAll @From("release") int release) {
    for (String sql : statements(dialect(release), new CreateTable(table, Existence.TOLERANT))) {
      assertThat(OracleGate.problems(sql, release)).as("problems of %s", sql).isEmpty();
    }
  }

  @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
  void aConstraint(
      @ForAll @From("name") QualifiedName table,
      @ForAll @From("constraint") TableConstraint constraint) {
    OracleDialect dialect = dialect(19);
    String sql = statements(dialect, new AddConstraint(table, constraint)).get(0);

    assertThat(new ReadBack(dialect.style()).addedConstraint(sql))
        .as(sql)
        .isEqualTo(asRead(constraint));
  }

  @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
  void anIndex(
      @ForAll @From("name") QualifiedName table,
      @ForAll @From("index") Index index,
      @ForAll IndexBuild build) {
    OracleDialect dialect = dialect(23);
    String sql =
        statements(dialect, new CreateIndex(table, index, Existence.TOLERANT, build)).get(0);

    assertThat(new ReadBack(dialect.style()).index(sql)).as(sql).isEqualTo(index);
  }

  @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
  void aSequence(@ForAll @From("sequence") Sequence sequence) {
    OracleDialect dialect = dialect(19);
    String sql = statements(dialect, new CreateSequence(sequence, Existence.STRICT)).get(0);

    assertThat(new ReadBack(dialect.style()).sequence(sql)).as(sql).isEqualTo(sequence.options());
  }

  /** What is wrong is read as something else: the comparison can fail. */
  @Example
  void anotherStatementIsAnotherModel() {
    ReadBack read = new ReadBack(dialect(19).style());
    Column number = read.addedColumn("ALTER TABLE \"T\" ADD (\"A\" NUMBER(10) DEFAULT 1)");
    assertThat(read.addedColumn("ALTER TABLE \"T\" ADD (\"A\" NUMBER(5) DEFAULT 1)"))
        .isNotEqualTo(number);
    assertThat(read.addedColumn("ALTER TABLE \"T\" ADD (\"A\" NUMBER(10) DEFAULT 2)"))
        .isNotEqualTo(number);
    assertThat(read.addedColumn("ALTER TABLE \"T\" ADD (\"A\" NUMBER(10) DEFAULT 1 NOT NULL)"))
        .isNotEqualTo(number);
    assertThat(read.addedColumn("ALTER TABLE \"T\" ADD (A NUMBER(10) DEFAULT 1)"))
        .isEqualTo(number);
  }

  // What of a model is not kept; docs/reference/dialects/oracle.md tells it to users.

  private static Table asRead(Table table) {
    return new Table(
        table.name(),
        table.columns().stream().map(column -> asRead(table.name(), column)).toList(),
        table.constraints().stream().map(ReadBackTest::asRead).toList(),
        List.of(),
        Optional.empty(),
        table.options());
  }

  // A comment is a statement of its own.
  private static Column asRead(QualifiedName table, Column column) {
    DataType type = asRead(ReadBack.enumType(table, column.name()), column.type());
    return new Column(
        column.name(),
        type,
        column.nullability(),
        asRead(column.value(), type),
        Optional.empty(),
        column.collation(),
        column.options());
  }

  private static DataType asRead(QualifiedName enumType, DataType type) {
    if (type instanceof DataType.Enumeration enumeration) {
      return new DataType.Enumeration(enumType, enumeration.values());
    } else if (type instanceof DataType.Binary bytes) {
      return asRead(enumType, new DataType.Varbinary(bytes.length()));
    } else if (type.equals(new DataType.Varbinary(16))) {
      return DataType.Simple.UUID;
    } else if (type.equals(new DataType.Numeric(5, 0))) {
      return DataType.Simple.SMALLINT;
    } else if (type.equals(new DataType.Numeric(10, 0))) {
      return DataType.Simple.INTEGER;
    }
    return type.equals(new DataType.Numeric(19, 0)) ? DataType.Simple.BIGINT : type;
  }

  private static ColumnValue asRead(ColumnValue value, DataType type) {
    return type == DataType.Simple.JSON
            && value instanceof ColumnValue.Default given
            && given.value() instanceof SqlValue.Constant constant
            && constant.literal() instanceof SqlLiteral.Text text
        ? new ColumnValue.Default(new SqlValue.Constant(SqlLiteral.json(text.value())))
        : value;
  }

  private static TableConstraint asRead(TableConstraint constraint) {
    if (!(constraint instanceof ForeignKey key)
        || key.rules().onDelete() != ReferentialAction.RESTRICT) {
      return constraint;
    }
    return new ForeignKey(
        key.name(),
        key.columns(),
        key.referredTable(),
        key.referredColumns(),
        new ForeignKey.Rules(
            ReferentialAction.NO_ACTION,
            key.rules().onUpdate(),
            key.rules().match(),
            key.rules().deferrability()));
  }
}
