package dev.anabranch.dialect.mysql;

import static dev.anabranch.dialect.mysql.MysqlCatalogue.named;
import static dev.anabranch.dialect.mysql.MysqlExpressions.both;
import static dev.anabranch.dialect.mysql.MysqlExpressions.call;
import static dev.anabranch.dialect.mysql.MysqlExpressions.choose;
import static dev.anabranch.dialect.mysql.MysqlExpressions.compare;
import static dev.anabranch.dialect.mysql.MysqlExpressions.concat;
import static dev.anabranch.dialect.mysql.MysqlExpressions.either;
import static dev.anabranch.dialect.mysql.MysqlExpressions.holds;
import static dev.anabranch.dialect.mysql.MysqlExpressions.matches;
import static dev.anabranch.dialect.mysql.MysqlExpressions.parentheses;
import static dev.anabranch.dialect.mysql.MysqlExpressions.quoted;
import static dev.anabranch.dialect.mysql.MysqlExpressions.text;
import static dev.anabranch.dialect.mysql.MysqlExpressions.words;

import dev.anabranch.operation.AlterColumn;
import dev.anabranch.operation.ColumnChange;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.Nullability;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The definition of a column as {@code information_schema.COLUMNS} shows it, with some aspects
 * changed, in expressions that the server computes.
 *
 * <p>MySQL shows a constant default as it is, and an expression with its quotes and backslashes
 * escaped; MariaDB shows both as SQL (MySQL 8.0 Reference Manual, 26.3.8 "The INFORMATION_SCHEMA
 * COLUMNS Table"; MariaDB Knowledge Base, "Information Schema COLUMNS Table").
 */
final class MysqlDefinition {

  private static final Consumer<SqlWriter> NOTHING = text("");
  private static final Consumer<SqlWriter> TYPE = words("COLUMN_TYPE");
  private static final Consumer<SqlWriter> EXTRA = words("EXTRA");
  private static final Consumer<SqlWriter> DEFAULT = words("COLUMN_DEFAULT");
  private static final Consumer<SqlWriter> COMPUTATION = words("GENERATION_EXPRESSION");

  private final MysqlColumns columns;
  private final MysqlFeatures features;
  private final QualifiedName table;
  private final Identifier column;
  private final Optional<ColumnChange.Type> type;
  private final Optional<ColumnChange.Value> value;
  private final Optional<ColumnChange.Null> nullability;
  private final Optional<ColumnChange.Comment> comment;

  /**
   * Creates the definition of a column that is altered.
   *
   * @param columns writes what changes
   * @param features what the release knows
   * @param operation what changes
   */
  MysqlDefinition(MysqlColumns columns, MysqlFeatures features, AlterColumn operation) {
    this.columns = columns;
    this.features = features;
    this.table = operation.table();
    this.column = operation.column();
    this.type = operation.change(ColumnChange.Type.class);
    this.value = operation.change(ColumnChange.Value.class);
    this.nullability = operation.change(ColumnChange.Null.class);
    this.comment = operation.change(ColumnChange.Comment.class);
  }

  /** Adds the definition behind the name of the column. */
  void write(MysqlSessionText out) {
    type(out.text(" "));
    characters(out);
    computation(out);
    nullability(out);
    defaultValue(out);
    onUpdate(out);
    out.part(choose(holds(EXTRA, "INVISIBLE"), text(" INVISIBLE"), NOTHING));
    comment(out);
    own(out);
  }

  private SqlWriter writer() {
    return columns.standard().writer();
  }

  private void type(MysqlSessionText out) {
    if (type.isPresent()) {
      SqlWriter written = writer();
      columns.types().write(written, type.get().to());
      out.text(written.toSql());
      return;
    }
    out.part(TYPE);
    if (features.has(MysqlFeature.REF_SYSTEM_ID)) {
      out.part(
          first(
              concat(text(" REF_SYSTEM_ID="), words("SRID")),
              "GEOMETRY_COLUMNS",
              List.of(
                  MysqlCatalogue.schema("G_TABLE_SCHEMA", table.schema()),
                  named("G_TABLE_NAME", table.name()),
                  named("G_GEOMETRY_COLUMN", column),
                  compare(words("SRID"), "<>", w -> w.number(0)))));
    } else {
      out.part(orNothing(concat(text(" SRID "), words("SRS_ID"))));
    }
  }

  // What is as in the table is not said. A type that has characters of its own leaves none behind.
  private void characters(MysqlSessionText out) {
    if (type.isPresent() && !keepsCharacters(type.get())) {
      return;
    }
    List<Consumer<SqlWriter>> ofTable = new ArrayList<>(new MysqlCatalogue(table).ofTable());
    Consumer<SqlWriter> usual =
        parentheses(
            w -> MysqlCatalogue.rows(w.keyword("SELECT TABLE_COLLATION"), "TABLES", ofTable));
    Consumer<SqlWriter> differs = compare(words("COLLATION_NAME"), "<>", usual);
    out.part(
        choose(
            type.isPresent() && !features.has(MysqlFeature.JSON_TYPE)
                ? both(differs, w -> isJson(w.keyword("NOT")))
                : differs,
            concat(
                text(" CHARACTER SET "),
                words("CHARACTER_SET_NAME"),
                text(" COLLATE "),
                words("COLLATION_NAME")),
            NOTHING));
  }

  private boolean keepsCharacters(ColumnChange.Type change) {
    boolean had = change.from().filter(before -> hasOwnCharacters(before)).isEmpty();
    return had && columns.types().isText(change.to());
  }

  private boolean hasOwnCharacters(DataType type) {
    DataType own = columns.types().own(type);
    return own == DataType.Simple.UUID || own == DataType.Simple.JSON;
  }

  private void computation(MysqlSessionText out) {
    if (value.isPresent()) {
      if (value.get().to() instanceof ColumnValue.Computed computed) {
        out.text(" " + columns.computed(writer(), computed).toSql());
      }
      return;
    }
    out.part(
        choose(
            isComputed(),
            concat(
                text(" GENERATED ALWAYS AS ("),
                sql(COMPUTATION),
                text(") "),
                choose(holds(EXTRA, "STORED"), text("STORED"), text("VIRTUAL"))),
            NOTHING));
  }

  private static Consumer<SqlWriter> isComputed() {
    return compare(call("IFNULL", COMPUTATION, NOTHING), "<>", NOTHING);
  }

  private void nullability(MysqlSessionText out) {
    Consumer<SqlWriter> said =
        nullability
            .map(change -> text(change.to() == Nullability.NULLABLE ? " NULL" : " NOT NULL"))
            .orElseGet(
                () ->
                    choose(
                        compare(words("IS_NULLABLE"), "=", text("YES")),
                        text(" NULL"),
                        text(" NOT NULL")));
    boolean becomesComputed =
        value.filter(change -> change.to() instanceof ColumnValue.Computed).isPresent();
    if (features.has(MysqlFeature.NOT_NULL_COMPUTED)) {
      out.part(said);
    } else if (value.isEmpty()) {
      out.part(choose(isComputed(), NOTHING, said));
    } else if (!becomesComputed) {
      out.part(said);
    }
  }

  private void defaultValue(MysqlSessionText out) {
    if (value.isEmpty()) {
      keptDefault(out);
    } else if (value.get().to() instanceof ColumnValue.Identity) {
      out.text(" AUTO_INCREMENT");
    } else if (value.get().to() instanceof ColumnValue.Default given) {
      out.text(" DEFAULT ");
      newDefault(out, given.value());
    }
  }

  private void keptDefault(MysqlSessionText out) {
    Consumer<SqlWriter> none = w -> w.keyword("COLUMN_DEFAULT IS NULL");
    Consumer<SqlWriter> shown;
    if (features.has(MysqlFeature.CATALOGUE_SHOWS_SQL)) {
      none = either(none, compare(DEFAULT, "=", text("NULL")));
      shown = type.isPresent() ? choose(MysqlDefinition::isPresent, present(), DEFAULT) : DEFAULT;
    } else {
      Consumer<SqlWriter> constant =
          choose(isBits(), DEFAULT, inParenthesesIfLong(quoted(DEFAULT)));
      shown =
          choose(
              holds(EXTRA, "DEFAULT_GENERATED"),
              choose(
                  MysqlDefinition::isPresent,
                  present(),
                  concat(text("("), sql(DEFAULT), text(")"))),
              constant);
    }
    out.part(choose(none, NOTHING, concat(text(" DEFAULT "), shown)));
    out.part(choose(holds(EXTRA, "auto_increment"), text(" AUTO_INCREMENT"), NOTHING));
  }

  // Shown as b'101'.
  private static Consumer<SqlWriter> isBits() {
    return compare(words("DATA_TYPE"), "=", text("bit"));
  }

  private static void isPresent(SqlWriter writer) {
    writer.call("UPPER", DEFAULT).keyword("LIKE").literal(SqlLiteral.text("CURRENT_TIMESTAMP%"));
  }

  // The digits have to be those of the type.
  private Consumer<SqlWriter> present() {
    OptionalInt precision =
        type.isPresent() ? columns.types().precision(type.get().to()) : OptionalInt.empty();
    return precision.isEmpty()
        ? DEFAULT
        : text(MysqlColumns.present(writer(), precision.getAsInt()).toSql());
  }

  private void newDefault(MysqlSessionText out, SqlValue given) {
    if (type.isPresent()) {
      out.text(columns.defaultValue(writer(), given, type.get().to()).toSql());
    } else if (given == SqlValue.Current.TIMESTAMP) {
      out.part(
          choose(
              words("DATETIME_PRECISION IS NULL"),
              text("(CURRENT_TIMESTAMP)"),
              concat(text("CURRENT_TIMESTAMP("), words("DATETIME_PRECISION"), text(")"))));
    } else if (given instanceof SqlValue.Constant constant) {
      MysqlSessionText written = new MysqlSessionText();
      written.text(columns.constant(writer(), constant).toSql());
      out.part(inParenthesesIfLong(written::write));
    } else {
      out.text(columns.defaultValue(writer(), given, DataType.Simple.BIGINT).toSql());
    }
  }

  private Consumer<SqlWriter> inParenthesesIfLong(Consumer<SqlWriter> constant) {
    if (features.has(MysqlFeature.CONSTANT_TEXT_DEFAULTS)) {
      return constant;
    }
    if (type.isPresent()) {
      return columns.types().isLong(type.get().to())
          ? concat(text("("), constant, text(")"))
          : constant;
    }
    return concat(
        choose(isLong(), text("("), NOTHING), constant, choose(isLong(), text(")"), NOTHING));
  }

  private static Consumer<SqlWriter> isLong() {
    return matches(words("DATA_TYPE"), "text$|blob$|^json$|^geom|point$|linestring$|polygon$");
  }

  private void onUpdate(MysqlSessionText out) {
    boolean gone =
        value
            .filter(
                change ->
                    change.to() instanceof ColumnValue.Identity
                        || change.to() instanceof ColumnValue.Computed)
            .isPresent();
    if (gone) {
      return;
    }
    OptionalInt precision =
        type.isPresent() ? columns.types().precision(type.get().to()) : OptionalInt.empty();
    Consumer<SqlWriter> shown =
        precision.isPresent()
            ? text("ON UPDATE " + MysqlColumns.present(writer(), precision.getAsInt()).toSql())
            : call("REGEXP_SUBSTR", EXTRA, text("on update [A-Za-z_]+([(][0-9]*[)])?"));
    out.part(choose(holds(EXTRA, "on update"), concat(text(" "), shown), NOTHING));
  }

  private void comment(MysqlSessionText out) {
    if (comment.isPresent()) {
      out.text(
          " " + writer().keyword("COMMENT").literal(SqlLiteral.text(comment.get().to())).toSql());
      return;
    }
    out.part(
        choose(
            compare(words("COLUMN_COMMENT"), "=", NOTHING),
            NOTHING,
            concat(text(" COMMENT "), quoted(words("COLUMN_COMMENT")))));
  }

  // What only MariaDB keeps with a column. The check of JSON belongs to the type.
  private void own(MysqlSessionText out) {
    if (features.has(MysqlFeature.CHECKS_OF_COLUMNS)) {
      List<Consumer<SqlWriter>> check = new ArrayList<>(ofCheck());
      if (type.isPresent()) {
        check.add(compare(words("CHECK_CLAUSE"), "<>", text(jsonCheck())));
      }
      out.part(
          first(
              concat(text(" CHECK ("), words("CHECK_CLAUSE"), text(")")),
              "CHECK_CONSTRAINTS",
              check));
    }
    if (features.has(MysqlFeature.SYSTEM_VERSIONING)) {
      String without = " WITHOUT SYSTEM VERSIONING";
      out.part(choose(holds(EXTRA, without.strip()), text(without), NOTHING));
    }
  }

  private List<Consumer<SqlWriter>> ofCheck() {
    return List.of(
        MysqlCatalogue.schema("CONSTRAINT_SCHEMA", table.schema()),
        named("TABLE_NAME", table.name()),
        compare(words("LEVEL"), "=", text("Column")),
        named("CONSTRAINT_NAME", column));
  }

  private void isJson(SqlWriter writer) {
    List<Consumer<SqlWriter>> check = new ArrayList<>(ofCheck());
    check.add(compare(words("CHECK_CLAUSE"), "=", text(jsonCheck())));
    MysqlCatalogue.exists(writer, "CHECK_CONSTRAINTS", check);
  }

  private String jsonCheck() {
    return "json_valid(" + writer().name(column).toSql() + ")";
  }

  /** Returns an expression of the catalogue as SQL. */
  private Consumer<SqlWriter> sql(Consumer<SqlWriter> shown) {
    if (features.has(MysqlFeature.CATALOGUE_SHOWS_SQL)) {
      return shown;
    }
    Consumer<SqlWriter> backslash = MysqlExpressions.backslash();
    return MysqlExpressions.replace(
        MysqlExpressions.replace(shown, concat(backslash, text("'")), text("'")),
        concat(backslash, backslash),
        backslash);
  }

  private static Consumer<SqlWriter> orNothing(Consumer<SqlWriter> text) {
    return call("IFNULL", text, NOTHING);
  }

  private static Consumer<SqlWriter> first(
      Consumer<SqlWriter> text, String catalogue, List<Consumer<SqlWriter>> conditions) {
    return orNothing(
        parentheses(
            w -> {
              text.accept(w.keyword("SELECT"));
              MysqlCatalogue.rows(w, catalogue, conditions);
            }));
  }
}
