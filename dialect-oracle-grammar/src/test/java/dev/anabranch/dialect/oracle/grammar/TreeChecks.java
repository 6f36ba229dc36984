package dev.anabranch.dialect.oracle.grammar;

import dev.anabranch.dialect.oracle.grammar.SqlToken.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the server refuses and the grammar lets pass: found by looking at the tree.
 *
 * <p>Reserved words are those of the SQL Language Reference 19c, appendix E.
 */
final class TreeChecks {

  private static final int LONGEST_NAME = 128;

  private static final Set<String> RESERVED =
      Set.of(
          ("ACCESS ADD ALL ALTER AND ANY AS ASC AUDIT BETWEEN BY CHAR CHECK CLUSTER COLUMN"
                  + " COLUMN_VALUE COMMENT COMPRESS CONNECT CREATE CURRENT DATE DECIMAL DEFAULT"
                  + " DELETE DESC DISTINCT DROP ELSE EXCLUSIVE EXISTS FILE FLOAT FOR FROM GRANT"
                  + " GROUP HAVING IDENTIFIED IMMEDIATE IN INCREMENT INDEX INITIAL INSERT INTEGER"
                  + " INTERSECT INTO IS LEVEL LIKE LOCK LONG MAXEXTENTS MINUS MLSLABEL MODE MODIFY"
                  + " NESTED_TABLE_ID NOAUDIT NOCOMPRESS NOT NOWAIT NULL NUMBER OF OFFLINE ON ONLINE"
                  + " OPTION OR ORDER PCTFREE PRIOR PUBLIC RAW RENAME RESOURCE REVOKE ROW ROWID"
                  + " ROWNUM ROWS SELECT SESSION SET SHARE SIZE SMALLINT START SUCCESSFUL SYNONYM"
                  + " SYSDATE TABLE THEN TO TRIGGER UID UNION UNIQUE UPDATE USER VALIDATE VALUES"
                  + " VARCHAR VARCHAR2 VIEW WHENEVER WHERE WITH")
              .split(" "));

  /** Types that the grammar of 23.3 does not know by name and takes for a user's. */
  private static final Set<String> NEWER_TYPES = Set.of("BOOLEAN", "JSON", "VECTOR");

  private static final Set<String> WITH_LENGTH =
      Set.of("VARCHAR2", "NVARCHAR2", "VARCHAR", "RAW", "NCHAR VARYING");

  private final List<String> problems = new ArrayList<>();

  private TreeChecks() {}

  /** Says what is wrong with a statement that the grammar finds well-formed. */
  static List<String> problems(SqlTree tree) {
    TreeChecks checks = new TreeChecks();
    checks.tokens(tree.tokens());
    checks.names(tree);
    tree.all("column_definition").forEach(checks::column);
    tree.all("modify_col_properties").forEach(checks::modified);
    if (tree.is("create_table")) {
      checks.table(tree);
    }
    if (tree.is("comment") && tree.tokens().stream().noneMatch(t -> t.kind() == Kind.TEXT)) {
      checks.problem("the text of a comment stands in single quotes");
    }
    return List.copyOf(checks.problems);
  }

  private void problem(String text) {
    problems.add(text);
  }

  private void tokens(List<SqlToken> tokens) {
    int depth = 0;
    for (SqlToken token : tokens) {
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth < 0) {
        problem("a parenthesis closes nothing");
        return;
      }
      if (token.text().startsWith("`")) {
        problem("a backtick quotes nothing: " + token.text());
      }
      String name = token.text().replace("\"", "");
      boolean named = token.kind() == Kind.NAME || token.kind() == Kind.WORD;
      if (named && name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
        problem("a name has more than " + LONGEST_NAME + " bytes: " + token.text());
      }
    }
    if (depth > 0) {
      problem("a parenthesis is not closed");
    }
  }

  private void names(SqlTree tree) {
    for (SqlTree definition : tree.all("column_definition")) {
      reserved(definition.children().get(0));
    }
    if (tree.is("create_table") || tree.is("create_view") || tree.is("create_index")) {
      tree.all()
          .filter(node -> node.is("identifier") && node.tokens().size() == 1)
          .findFirst()
          .ifPresent(this::reserved);
    }
  }

  private void reserved(SqlTree name) {
    SqlToken token = name.tokens().get(0);
    if (token.kind() == Kind.WORD && RESERVED.contains(token.text().toUpperCase(Locale.ROOT))) {
      problem("a reserved word is used as a name: " + token.text());
    }
  }

  private void column(SqlTree definition) {
    definition.first("datatype").ifPresent(this::type);
  }

  // What is said of a column without its type is ambiguous: MODIFY (c NULL), MODIFY (c DEFAULT ...)
  private void modified(SqlTree definition) {
    definition
        .first("datatype")
        .filter(type -> !Set.of("NULL", "DEFAULT", "NOT").contains(type.name()))
        .ifPresent(this::type);
  }

  private void type(SqlTree type) {
    String name = type.tokens().get(0).text().toUpperCase(Locale.ROOT);
    if (type.is("user_defined_types") && !NEWER_TYPES.contains(name)) {
      problem("no such type: " + type.text());
    }
    boolean hasLength = type.tokens().stream().anyMatch(token -> token.is("("));
    if (WITH_LENGTH.contains(name) && !hasLength) {
      problem("a length is missing: " + type.text());
    }
    if (hasLength && type.tokens().size() > 2) {
      numbers(name, type);
    }
  }

  private void numbers(String name, SqlTree type) {
    SqlToken first = type.tokens().get(2);
    if (first.kind() != Kind.DIGITS) {
      return;
    }
    int number = Integer.parseInt(first.text());
    int least = name.equals("TIMESTAMP") ? 0 : 1;
    int most =
        switch (name) {
          case "NUMBER" -> 38;
          case "TIMESTAMP" -> 9;
          case "FLOAT" -> 126;
          case "CHAR", "NCHAR" -> 2_000;
          default -> 32_767;
        };
    if (number < least || number > most) {
      problem("out of range: " + type.text());
    }
  }

  private void table(SqlTree tree) {
    Set<String> columns = new LinkedHashSet<>();
    for (SqlTree definition : tree.all("column_definition")) {
      String name = definition.children().get(0).name();
      if (!columns.add(name)) {
        problem("a column is there twice: " + name);
      }
    }
    long keys =
        java.util.stream.Stream.concat(
                tree.all("inline_constraint").stream(), tree.all("out_of_line_constraint").stream())
            .filter(constraint -> constraint.tokens().stream().anyMatch(t -> t.is("PRIMARY")))
            .count();
    if (keys > 1) {
      problem("there are " + keys + " primary keys");
    }
  }
}
