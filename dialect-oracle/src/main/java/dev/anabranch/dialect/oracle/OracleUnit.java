package dev.anabranch.dialect.oracle;

import dev.anabranch.sql.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * A unit of PL/SQL that a statement creates or compiles, by the names that ALL_ERRORS keeps.
 *
 * @param types its types; several where a statement compiles several parts
 * @param schema the schema, if it is written
 * @param name the name
 */
record OracleUnit(List<String> types, Optional<Identifier> schema, Identifier name) {

  // Kind, BODY, IF NOT EXISTS, schema, dot, name, COMPILE, DEBUG, BODY, and six words before the
  // kind.
  private static final int PIECES = 20;

  private static final List<String> KINDS =
      List.of("FUNCTION", "PROCEDURE", "PACKAGE", "TRIGGER", "TYPE", "VIEW");

  private static final List<String> BEFORE_KIND =
      List.of("OR", "REPLACE", "EDITIONABLE", "NONEDITIONABLE");

  /** Copies the list. */
  OracleUnit {
    types = List.copyOf(types);
  }

  /**
   * Returns the unit of a statement.
   *
   * @param statement one statement as the splitter gives it
   * @return empty if it is none that can have errors
   */
  static Optional<OracleUnit> of(String statement) {
    return new Reader(OracleWords.first(statement, PIECES)).read();
  }

  /** Returns the unit as its author would call it. */
  @Override
  public String toString() {
    return types.get(types.size() - 1) + " " + schema.map(s -> s + ".").orElse("") + name;
  }

  /** Reads the pieces of a statement from left to right. */
  private static final class Reader {

    private final List<String> pieces;
    private int at;

    Reader(List<String> pieces) {
      this.pieces = pieces;
    }

    Optional<OracleUnit> read() {
      boolean alters = take("ALTER");
      if (!alters && !take("CREATE")) {
        return Optional.empty();
      }
      while (BEFORE_KIND.contains(piece())) {
        at++;
      }
      String kind = piece();
      // A view created with FORCE is wanted although it cannot be used yet.
      if (!KINDS.contains(kind) || (kind.equals("VIEW") && !alters)) {
        return Optional.empty();
      }
      at++;
      boolean body = take("BODY");
      if (take("IF")) {
        at += 2;
      }
      Optional<Identifier> first = name();
      Optional<Identifier> second = take(".") ? name() : Optional.empty();
      if (first.isEmpty() || (alters && !take("COMPILE"))) {
        return Optional.empty();
      }
      return Optional.of(
          new OracleUnit(
              types(kind, body, alters),
              second.isPresent() ? first : Optional.empty(),
              second.orElse(first.get())));
    }

    private List<String> types(String kind, boolean body, boolean alters) {
      if (alters && (kind.equals("PACKAGE") || kind.equals("TYPE"))) {
        take("DEBUG");
        return take("BODY") ? List.of(kind + " BODY") : List.of(kind + " BODY", kind);
      }
      return List.of(body ? kind + " BODY" : kind);
    }

    private Optional<Identifier> name() {
      String piece = piece();
      if (piece.isEmpty()) {
        return Optional.empty();
      }
      at++;
      boolean quoted = piece.startsWith("\"") && piece.length() > 2;
      return Optional.of(Identifier.exact(quoted ? piece.substring(1, piece.length() - 1) : piece));
    }

    private boolean take(String word) {
      boolean there = piece().equals(word);
      at += there ? 1 : 0;
      return there;
    }

    private String piece() {
      return at < pieces.size() ? pieces.get(at) : "";
    }
  }
}
