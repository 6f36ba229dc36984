package dev.anabranch.sql;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Writes one statement from typed parts, so that no name and no value ever becomes SQL without its
 * quotes.
 *
 * <pre>{@code
 * String sql = style.writer()
 *     .keyword("INSERT INTO").name(table)
 *     .parentheses(w -> w.names(List.of(revision, branch)))
 *     .keyword("VALUES")
 *     .parentheses(w -> w.literals(List.of(SqlLiteral.text(id), SqlLiteral.nothing())))
 *     .toSql();
 * }</pre>
 *
 * <p>Parts are set apart by single blanks where SQL needs or expects them. A writer is for one
 * thread and one statement; what {@link #toSql()} returned does not change afterwards.
 */
public final class SqlWriter {

  private final SqlStyle style;
  private final StringBuilder sql = new StringBuilder();
  private int indentation;
  private boolean glued = true;
  private boolean openComment;

  SqlWriter(SqlStyle style) {
    this.style = Objects.requireNonNull(style, "style");
  }

  /**
   * Writes fixed words of the language, such as {@code CREATE TABLE} or {@code TIMESTAMP WITH TIME
   * ZONE}.
   *
   * @param words capital letters, digits and underscores, with single blanks between words
   * @throws IllegalArgumentException if there is anything else in it
   */
  public SqlWriter keyword(String words) {
    requireWords(words);
    return part(words);
  }

  /**
   * Writes a name.
   *
   * @param name the name, folded and quoted by the product's rule
   */
  public SqlWriter name(Identifier name) {
    return part(style.quote(name));
  }

  /**
   * Writes a name with its schema, if it has one.
   *
   * @param name the name, each part folded and quoted by the product's rule
   */
  public SqlWriter name(QualifiedName name) {
    return part(style.quote(name));
  }

  /**
   * Writes the name of something that belongs to a table, such as a column in a comment on it.
   *
   * @param owner the table's name, each part folded and quoted by the product's rule
   * @param member the name within the table
   */
  public SqlWriter name(QualifiedName owner, Identifier member) {
    return part(style.quote(owner) + "." + style.quote(member));
  }

  /**
   * Writes names with commas between.
   *
   * @param names at least one name
   */
  public SqlWriter names(List<Identifier> names) {
    return list(names, SqlWriter::name);
  }

  /**
   * Writes a constant value.
   *
   * @param literal the value, written by the product's rule
   */
  public SqlWriter literal(SqlLiteral literal) {
    return part(style.literals().render(literal));
  }

  /**
   * Writes constant values with commas between.
   *
   * @param literals at least one value
   */
  public SqlWriter literals(List<? extends SqlLiteral> literals) {
    return list(literals, SqlWriter::literal);
  }

  /**
   * Writes a number that belongs to the statement's form, such as the length of a type.
   *
   * @param number zero or more
   */
  public SqlWriter number(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("number must not be negative: " + number);
    }
    return part(Integer.toString(number));
  }

  /** Writes the place of a parameter that is bound when the statement runs. */
  public SqlWriter parameter() {
    return part("?");
  }

  /**
   * Writes the places of several parameters with commas between.
   *
   * @param count how many, at least one
   */
  public SqlWriter parameters(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1: " + count);
    }
    for (int i = 0; i < count; i++) {
      separate(i);
      parameter();
    }
    return this;
  }

  /**
   * Writes an operator, such as {@code =} or {@code <>}.
   *
   * @param operator one or more of {@code = < > ! + - * / % |}, without a comment's beginning
   * @throws IllegalArgumentException if there is anything else in it
   */
  public SqlWriter operator(String operator) {
    if (!operator.matches("[=<>!+\\-*/%|]{1,3}")
        || operator.contains("--")
        || operator.contains("/*")
        || operator.contains("//")) {
      throw new IllegalArgumentException("Not an operator: " + operator);
    }
    return part(operator);
  }

  /**
   * Writes what a user wrote, unchanged. What follows begins on a line of its own if the last line
   * may end in a comment.
   *
   * @param raw the user's SQL
   */
  public SqlWriter raw(RawSql raw) {
    String text = raw.text();
    part(text);
    openComment = mayEndInComment(text);
    return this;
  }

  /** Writes the semicolon that ends a statement within a block of statements. */
  public SqlWriter semicolon() {
    end(";");
    glued = false;
    return this;
  }

  /**
   * Writes something between parentheses.
   *
   * @param body writes what stands between them; may write nothing
   */
  public SqlWriter parentheses(Consumer<SqlWriter> body) {
    part("(");
    glued = true;
    body.accept(this);
    end(")");
    glued = false;
    return this;
  }

  /**
   * Writes a word with its argument list directly behind it, such as {@code VARCHAR(255)} or {@code
   * COUNT(*)}.
   *
   * @param word a function or type: capital letters, digits and underscores
   * @param arguments writes what stands between the parentheses; may write nothing
   */
  public SqlWriter call(String word, Consumer<SqlWriter> arguments) {
    keyword(word);
    glued = true;
    return parentheses(arguments);
  }

  /**
   * Writes parts with commas between.
   *
   * @param parts at least one
   * @param write writes one part
   * @throws IllegalArgumentException if there are none
   */
  public <T> SqlWriter list(Iterable<? extends T> parts, BiConsumer<SqlWriter, T> write) {
    int written = 0;
    for (T part : parts) {
      separate(written++);
      write.accept(this, part);
    }
    requireSome(written);
    return this;
  }

  /**
   * Writes parts between parentheses, each on a line of its own, indented.
   *
   * @param parts at least one
   * @param write writes one part
   * @throws IllegalArgumentException if there are none
   */
  public <T> SqlWriter lines(Iterable<? extends T> parts, BiConsumer<SqlWriter, T> write) {
    part("(");
    indentation++;
    int written = 0;
    for (T part : parts) {
      if (written++ > 0) {
        end(",");
      }
      newLine();
      write.accept(this, part);
    }
    requireSome(written);
    indentation--;
    newLine();
    end(")");
    glued = false;
    return this;
  }

  /**
   * Writes on a line of its own, indented one step more than the present one.
   *
   * @param body writes the line, or several
   */
  public SqlWriter indented(Consumer<SqlWriter> body) {
    indentation++;
    newLine();
    body.accept(this);
    indentation--;
    return this;
  }

  /** Starts a new line at the present indentation. */
  public SqlWriter newLine() {
    openComment = false;
    sql.append('\n').append("  ".repeat(indentation));
    glued = true;
    return this;
  }

  /** Returns what was written so far, without a terminator. */
  public String toSql() {
    return openComment ? sql + "\n" : sql.toString();
  }

  // Every product's line comments count, those of others too: a line break does no harm.
  private static boolean mayEndInComment(String text) {
    int start = text.lastIndexOf('\n') + 1;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"' || c == '`') {
        quote = c;
      } else if (i >= start && (c == '#' || text.startsWith("--", i) || text.startsWith("//", i))) {
        return true;
      }
    }
    // With a quote left open, as a backslash or a comment may leave one, nothing is sure.
    String last = text.substring(start);
    return quote != 0 && (last.contains("--") || last.contains("#") || last.contains("//"));
  }

  // What is written directly behind a user's SQL must not become a part of its last comment.
  private void end(String text) {
    endComment();
    sql.append(text);
  }

  private void endComment() {
    if (openComment) {
      openComment = false;
      sql.append('\n');
      glued = true;
    }
  }

  private SqlWriter part(String text) {
    endComment();
    if (!glued) {
      sql.append(' ');
    }
    sql.append(text);
    glued = false;
    return this;
  }

  private void separate(int written) {
    if (written > 0) {
      end(",");
    }
  }

  private static void requireSome(int written) {
    if (written == 0) {
      throw new IllegalArgumentException("A list in SQL needs at least one part.");
    }
  }

  private static void requireWords(String words) {
    if (!words.matches("[A-Z][A-Z0-9_]*( [A-Z][A-Z0-9_]*)*")) {
      throw new IllegalArgumentException("Not words of SQL: " + words);
    }
  }
}
