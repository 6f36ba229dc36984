package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.oracle.grammar.OracleGrammar;
import dev.anabranch.dialect.oracle.grammar.SqlToken;
import dev.anabranch.dialect.oracle.grammar.SqlTree;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.Nullability;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlStyle;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads statements back into the model, from the tree that the grammar inside the driver makes of
 * them, by the readers that the inspector uses for the dictionary: the dictionary keeps types by
 * their parts, and defaults and conditions as they were typed.
 *
 * @param style how names are written
 */
record ReadBack(SqlStyle style) {

  private Identifier name(SqlTree node) {
    return name(node.tokens().get(0));
  }

  private Identifier name(SqlToken token) {
    boolean quoted = token.kind() == SqlToken.Kind.NAME;
    return style
        .folding()
        .fromServer(quoted ? token.text().replace("\"", "") : style.folding().fold(token.text()));
  }

  /** Reads {@code CREATE TABLE}. */
  Table table(String sql) {
    SqlTree tree = OracleGrammar.parse(sql);
    QualifiedName table = qualified(tree.tokens(), wordsBefore(tree.tokens(), "TABLE"));
    List<Column> columns = new ArrayList<>();
    List<TableConstraint> constraints = new ArrayList<>();
    for (SqlTree part : tree.all("col_properties")) {
      if (part.is("column_definition") || part.is("virtual_column_definition")) {
        columns.add(column(table, part));
      } else {
        constraints.add(constraint(part));
      }
    }
    return new Table(
        table, columns, constraints, List.of(), Optional.empty(), tableOptions(tree.tokens()));
  }

  private static DialectOptions tableOptions(List<SqlToken> tokens) {
    DialectOptions options = DialectOptions.none();
    OptionalInt commit = find(tokens, 0, "ON", "COMMIT");
    if (commit.isPresent()) {
      String kept =
          tokens.get(commit.getAsInt() + 2).is("DELETE") ? "delete-rows" : "preserve-rows";
      options = options.with("oracle", "on-commit", kept);
    }
    return find(tokens, 0, "ORGANIZATION", "INDEX").isPresent()
        ? options.with("oracle", "organization", "index")
        : options;
  }

  /** Reads {@code ALTER TABLE ... ADD} of one column. */
  Column addedColumn(String sql) {
    SqlTree tree = OracleGrammar.parse(sql);
    QualifiedName table = qualified(tree.tokens(), wordsBefore(tree.tokens(), "TABLE"));
    return column(table, tree.one("col_properties"));
  }

  /** Reads the type and the value that {@code ALTER TABLE ... MODIFY} gives a column. */
  Column modifiedColumn(String sql) {
    SqlTree properties = OracleGrammar.parse(sql).one("modify_col_properties");
    DataType type = type(properties.one("datatype"));
    return Column.of(name(properties.children().get(0)), type).withValue(value(properties, type));
  }

  /** Reads {@code ALTER TABLE ... ADD} of one constraint. */
  TableConstraint addedConstraint(String sql) {
    SqlTree tree = OracleGrammar.parse(sql);
    return constraint(
        tree.first("out_of_line_constraint")
            .orElseGet(() -> tree.one("out_of_line_ref_constraint")));
  }

  // Where the name begins: behind a word, and behind IF NOT EXISTS if that follows it.
  private static int wordsBefore(List<SqlToken> tokens, String word) {
    int at = find(tokens, 0, word).orElseThrow() + 1;
    return tokens.get(at).is("IF") ? at + 3 : at;
  }

  private QualifiedName qualified(List<SqlToken> tokens, int at) {
    return tokens.get(at + 1).is(".")
        ? new QualifiedName(Optional.of(name(tokens.get(at))), name(tokens.get(at + 2)))
        : new QualifiedName(Optional.empty(), name(tokens.get(at)));
  }

  private static OptionalInt find(List<SqlToken> tokens, int from, String... words) {
    for (int i = from; i + words.length <= tokens.size(); i++) {
      boolean all = true;
      for (int j = 0; j < words.length; j++) {
        all &= tokens.get(i + j).is(words[j]);
      }
      if (all) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private static boolean has(SqlTree tree, String... words) {
    return find(tree.tokens(), 0, words).isPresent();
  }

  // Columns.

  private Column column(QualifiedName table, SqlTree definition) {
    Identifier name = name(definition.children().get(0));
    DataType type = type(definition.one("datatype"));
    boolean notNull = false;
    for (SqlTree inline : definition.all("inline_constraint")) {
      if (inline.tokens().get(0).is("NOT")) {
        notNull = true;
      } else if (inline.tokens().get(0).is("CHECK")) {
        type =
            new OracleTypeConditions(style.folding().toServer(name))
                .read(type, inside(inline.source()), enumType(table, name))
                .orElseThrow(() -> new AssertionError("no type's condition: " + inline.source()));
      }
    }
    DialectOptions options = DialectOptions.none();
    if (definition.children().stream().anyMatch(child -> child.is("'INVISIBLE'"))) {
      options = options.with("oracle", "visibility", "invisible");
    }
    if (has(definition, "DEFAULT", "ON", "NULL")) {
      options = options.with("oracle", "on-null", "default");
    }
    return Column.of(name, type)
        .withNullability(notNull ? Nullability.NOT_NULL : Nullability.NULLABLE)
        .withValue(value(definition, type))
        .withOptions(options);
  }

  static QualifiedName enumType(QualifiedName table, Identifier column) {
    return table.sibling(Identifier.of(table.name() + "_" + column));
  }

  private static String inside(String source) {
    return source.substring(source.indexOf('(') + 1, source.lastIndexOf(')'));
  }

  private ColumnValue value(SqlTree definition, DataType type) {
    Optional<SqlTree> identity = definition.first("identity_clause");
    if (identity.isPresent()) {
      return new ColumnValue.Identity(
          has(identity.get(), "ALWAYS")
              ? ColumnValue.Generation.ALWAYS
              : ColumnValue.Generation.BY_DEFAULT,
          options(identity.get().tokens()));
    } else if (definition.is("virtual_column_definition")) {
      String source = definition.source();
      int from = source.indexOf("GENERATED ALWAYS AS (") + "GENERATED ALWAYS AS (".length();
      return new ColumnValue.Computed(
          SqlExpression.of(source.substring(from, source.lastIndexOf(") VIRTUAL"))),
          ColumnValue.Storage.VIRTUAL);
    }
    return definition.children().stream()
        .filter(child -> child.tokens().get(0).is("DEFAULT"))
        .findFirst()
        .map(child -> child.one("expr").source())
        .map(text -> new OracleDefaults(style, "APP").read(text, type))
        .orElse(ColumnValue.none());
  }

  private DataType type(SqlTree node) {
    String first = node.tokens().get(0).text();
    List<Integer> numbers =
        node.tokens().stream()
            .filter(token -> token.kind() == SqlToken.Kind.DIGITS)
            .map(token -> Integer.parseInt(token.text()))
            .toList();
    boolean whole = first.equals("TIMESTAMP") || first.equals("INTERVAL");
    boolean number = first.equals("NUMBER");
    boolean foreign =
        node.is("user_defined_types") && !first.equals("JSON") && !first.equals("BOOLEAN");
    if (foreign) {
      return new DataType.Native(node.source());
    }
    return new OracleColumnType(
            whole ? node.source() : first,
            Optional.empty(),
            number && !numbers.isEmpty() ? numbers.get(0) : -1,
            number && numbers.size() > 1
                ? numbers.get(1)
                : number && !numbers.isEmpty() ? 0 : OracleColumnType.NO_SCALE,
            !number && !numbers.isEmpty() ? numbers.get(0) : 0,
            has(node, "CHAR", ")"))
        .logical(style);
  }

  // Constraints.

  private TableConstraint constraint(SqlTree node) {
    List<SqlToken> tokens = node.tokens();
    boolean named = tokens.get(0).is("CONSTRAINT");
    Optional<Identifier> name = named ? Optional.of(name(tokens.get(1))) : Optional.empty();
    int at = named ? 2 : 0;
    if (tokens.get(at).is("CHECK")) {
      String source = node.source();
      int quote = named ? source.indexOf('"', source.indexOf('"') + 1) : 0;
      return new CheckConstraint(name, SqlExpression.of(inside(source.substring(quote))));
    }
    List<Identifier> columns = columns(tokens, find(tokens, at, "(").orElseThrow());
    Deferrability deferrability = deferrability(node);
    if (tokens.get(at).is("PRIMARY")) {
      return new PrimaryKey(name, columns, deferrability);
    } else if (tokens.get(at).is("UNIQUE")) {
      return new UniqueConstraint(name, columns, UniqueConstraint.Nulls.DISTINCT, deferrability);
    }
    int references = find(tokens, at, "REFERENCES").orElseThrow() + 1;
    return new ForeignKey(
        name,
        columns,
        qualified(tokens, references),
        columns(tokens, find(tokens, references, "(").orElseThrow()),
        new ForeignKey.Rules(
            onDelete(node), ReferentialAction.NO_ACTION, ForeignKey.Match.SIMPLE, deferrability));
  }

  private static ReferentialAction onDelete(SqlTree node) {
    if (has(node, "ON", "DELETE", "CASCADE")) {
      return ReferentialAction.CASCADE;
    }
    return has(node, "ON", "DELETE", "SET", "NULL")
        ? ReferentialAction.SET_NULL
        : ReferentialAction.NO_ACTION;
  }

  private static Deferrability deferrability(SqlTree node) {
    if (has(node, "INITIALLY", "DEFERRED")) {
      return Deferrability.INITIALLY_DEFERRED;
    }
    return has(node, "DEFERRABLE") ? Deferrability.DEFERRABLE : Deferrability.NOT_DEFERRABLE;
  }

  private List<Identifier> columns(List<SqlToken> tokens, int open) {
    List<Identifier> columns = new ArrayList<>();
    for (int i = open + 1; !tokens.get(i).is(")"); i++) {
      if (!tokens.get(i).is(",")) {
        columns.add(name(tokens.get(i)));
      }
    }
    return columns;
  }

  // Indexes and sequences.

  /** Reads {@code CREATE INDEX}. */
  Index index(String sql) {
    SqlTree tree = OracleGrammar.parse(sql);
    List<SqlToken> tokens = tree.tokens();
    List<IndexPart> parts = new ArrayList<>();
    for (SqlTree leaf : leaves(tree.one("table_index_clause"))) {
      if (leaf.is("index_expr")) {
        parts.add(
            leaf.is("column")
                ? IndexPart.column(name(leaf))
                : IndexPart.expression(SqlExpression.of(leaf.source())));
      } else if (leaf.is("'DESC'")) {
        parts.add(parts.remove(parts.size() - 1).descending());
      }
    }
    Optional<String> method = Optional.empty();
    if (has(tree, "BITMAP", "INDEX")) {
      method = Optional.of("bitmap");
    } else if (has(tree, "REVERSE")) {
      method = Optional.of("reverse");
    }
    return new Index(
        Optional.of(qualified(tokens, wordsBefore(tokens, "INDEX")).name()),
        has(tree, "UNIQUE", "INDEX") ? Index.Uniqueness.UNIQUE : Index.Uniqueness.NOT_UNIQUE,
        parts,
        new Index.Details(
            method,
            List.of(),
            Optional.empty(),
            has(tree, "INVISIBLE") ? Index.Visibility.INVISIBLE : Index.Visibility.VISIBLE,
            DialectOptions.none()));
  }

  // Expressions of an index count as one.
  private static List<SqlTree> leaves(SqlTree node) {
    if (node.is("index_expr") || node.children().isEmpty()) {
      return List.of(node);
    }
    return node.children().stream().flatMap(child -> leaves(child).stream()).toList();
  }

  /** Reads how {@code CREATE SEQUENCE} counts. */
  SequenceOptions sequence(String sql) {
    return options(OracleGrammar.parse(sql).tokens());
  }

  private static SequenceOptions options(List<SqlToken> tokens) {
    boolean uncached = find(tokens, 0, "NOCACHE").isPresent();
    return new SequenceOptions(
        number(tokens, "START", "WITH"),
        number(tokens, "INCREMENT", "BY"),
        number(tokens, "MINVALUE"),
        number(tokens, "MAXVALUE"),
        uncached ? Optional.of(BigInteger.ONE) : number(tokens, "CACHE"),
        find(tokens, 0, "CYCLE").isPresent()
            ? SequenceOptions.Wrap.CYCLE
            : SequenceOptions.Wrap.NO_CYCLE);
  }

  private static Optional<BigInteger> number(List<SqlToken> tokens, String... words) {
    OptionalInt found = find(tokens, 0, words);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    int at = found.getAsInt() + words.length;
    return Optional.of(
        tokens.get(at).is("-")
            ? new BigInteger(tokens.get(at + 1).text()).negate()
            : new BigInteger(tokens.get(at).text()));
  }

  /** Reads the text of {@code COMMENT ON}. */
  String comment(String sql) {
    List<SqlToken> tokens = OracleGrammar.parse(sql).tokens();
    return tokens.get(tokens.size() - 2).value();
  }
}
